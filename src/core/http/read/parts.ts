import type { Block } from "./blocks.ts";
import { constructsIn } from "./constructs.ts";
import { curlRequest } from "../insert/curl.ts";
import { definitionAt, isFixedName, isResponse, messagingProtocol } from "./grammar.ts";
import type { HeaderSection } from "../insert/headers.ts";
import type { PlacedToken, Unplaced } from "./placing.ts";
import { readSection } from "../insert/request.ts";
import { hasSection, type Where, whereIn } from "./where.ts";

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
  /** The names of the request's headers; undefined where not all of them can be known. */
  readonly headers: readonly string[] | undefined;
  /** Its own definitions are everybody's. */
  readonly global: boolean;
  /** By name, the last definition before the request. */
  readonly definitions: ReadonlyMap<string, number>;
  /** Some line of it, also one of a body, reads as a definition. */
  readonly defines: boolean;
  readonly tokens: readonly PlacedToken[];
}

/** `found`: the tokens on its lines. */
export function readPart(texts: readonly string[], block: Block, found: readonly Unplaced[]): Part {
  const { start, end, reach, requestLine: line, global } = block;
  const text = line === undefined ? undefined : (texts[line] ?? "");
  const section = text === undefined || !hasSection(text) ? undefined : readSection(texts, line ?? end, end);
  const own = texts.slice(start, end);
  const sends = text !== undefined && !isResponse(text) && messagingProtocol(text) === undefined;
  return {
    length: end - start,
    reach: reach - start,
    requestLine: sends && line !== undefined ? line - start : undefined,
    ...(sends ? sentHeaders(texts, block, section) : { authorization: undefined, headers: undefined }),
    global,
    definitions: new Map(block.definitions.map((at) => [definitionAt(texts[at] ?? "")?.name ?? "", at - start])),
    defines: own.some((each) => each.trimStart().startsWith("@")),
    tokens:
      found.length === 0 ? [] : placeTokens(found, whereIn(texts, block, section, constructsIn(texts, end)), start),
  };
}

const placeTokens = (found: readonly Unplaced[], whereAt: (line: number) => Where, start: number): PlacedToken[] =>
  found.map((token) => ({ ...token, line: token.line - start, where: whereAt(token.line) }));

function sentHeaders(
  texts: readonly string[],
  block: Block,
  section: HeaderSection | undefined,
): Pick<Part, "authorization" | "headers"> {
  if (section === undefined) {
    const { authorization, headers } = curlRequest({ texts, eol: "\n" }, block, block.requestLine ?? 0);
    return { authorization, headers };
  }
  const header = section.headers.find(({ name }) => name === "authorization");
  const folded = header && texts.slice(header.line, header.last + 1).join("\n");
  const names = section.headers.map(({ name }) => name);
  const headers = section.spread === undefined && names.every(isFixedName) ? names : undefined;
  return { authorization: folded?.slice(header?.valueStart).trim(), headers };
}
