import type { Block } from "./blocks.ts";
import { constructsIn } from "./constructs.ts";
import { curlRequest } from "./curl.ts";
import { definitionAt, isResponse, messagingProtocol } from "./grammar.ts";
import type { HeaderSection } from "./headers.ts";
import { type PlacedToken, tokensByLine } from "./placing.ts";
import { readSection } from "./request.ts";
import { hasSection, whereIn } from "./where.ts";

/** What of a block is read once. Its lines count from its start, so that it is the same wherever the block stands. */
export interface Part {
  /** How many lines it has. */
  readonly length: number;
  /** How far below its start an edit can change what it is. */
  readonly reach: number;
  /** Of a request that has headers: not of a recorded response or a message to a broker. */
  readonly requestLine: number | undefined;
  /** The value of the request's Authorization header, with the lines it is folded onto. */
  readonly authorization: string | undefined;
  /** Its own definitions are everybody's. */
  readonly global: boolean;
  /** By name, the last definition before the request. */
  readonly definitions: ReadonlyMap<string, number>;
  /** Some line of it, also one of a body, reads as a definition. */
  readonly defines: boolean;
  readonly tokens: readonly PlacedToken[];
}

export function readPart(texts: readonly string[], block: Block): Part {
  const { start, end, reach, requestLine: line, global } = block;
  const text = line === undefined ? undefined : (texts[line] ?? "");
  const section = text === undefined || !hasSection(text) ? undefined : readSection(texts, line ?? end, end);
  const own = texts.slice(start, end);
  const sends = text !== undefined && !isResponse(text) && messagingProtocol(text) === undefined;
  return {
    length: end - start,
    reach: reach - start,
    requestLine: sends && line !== undefined ? line - start : undefined,
    authorization: sends ? authorizationOf(texts, block, section) : undefined,
    global,
    definitions: new Map(block.definitions.map((at) => [definitionAt(texts[at] ?? "")?.name ?? "", at - start])),
    defines: own.some((each) => each.trimStart().startsWith("@")),
    tokens: tokensOf(texts, block, section),
  };
}

function tokensOf(texts: readonly string[], block: Block, section: HeaderSection | undefined): PlacedToken[] {
  const { start, end } = block;
  const found = tokensByLine(texts.slice(start, end).join("\n"));
  if (found.length === 0) return [];
  const whereAt = whereIn(texts, block, section, constructsIn(texts, end));
  return found.map((token) => Object.assign(token, { where: whereAt(start + token.line) }));
}

function authorizationOf(
  texts: readonly string[],
  block: Block,
  section: HeaderSection | undefined,
): string | undefined {
  if (section === undefined) return curlRequest({ texts, eol: "\n" }, block, block.requestLine ?? 0).authorization;
  const header = section.headers.find(({ name }) => name === "authorization");
  const folded = header && texts.slice(header.line, header.last + 1).join("\n");
  return folded?.slice(header?.valueStart).trim();
}
