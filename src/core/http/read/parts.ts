import type { Steps } from "../../steps.ts";
import type { Block } from "./blocks.ts";
import { constructsIn } from "./constructs.ts";
import { curlRequest, isTooLong } from "../insert/curl.ts";
import { definitionAt, isFixedName, isResponse, messagingProtocol } from "./grammar.ts";
import type { HeaderSection } from "../insert/headers.ts";
import type { Position } from "../lines.ts";
import type { PlacedToken, Unplaced } from "./placing.ts";
import { readSection } from "../insert/request.ts";
import { hasSection, whereIn } from "./where.ts";

/** The value of a request's Authorization header, with the lines it is folded onto. Its lines count from the block's start. */
export interface Authorization {
  readonly value: string;
  readonly start: Position;
  readonly end: Position;
}

/** What of a block is read once. Its lines count from its start, so that it is the same wherever the block stands. */
export interface Part {
  /** How many lines it has. */
  readonly length: number;
  /** How far below its start an edit can change what it is. */
  readonly reach: number;
  /** Of a request that has headers: not of a recorded response or a message to a broker. */
  readonly requestLine: number | undefined;
  readonly authorization: Authorization | undefined;
  /** The names of the request's headers; undefined where not all of them can be known. */
  readonly headers: readonly string[] | undefined;
  /** Its own definitions are everybody's. */
  readonly global: boolean;
  /** By name, the last definition before the request. */
  readonly definitions: ReadonlyMap<string, number>;
  readonly tokens: readonly PlacedToken[];
}

/** `found`: the tokens on its lines. */
export function* readPart(texts: readonly string[], block: Block, found: readonly Unplaced[]): Steps<Part> {
  const { start, end, reach, requestLine: line, global } = block;
  const text = line === undefined ? undefined : (texts[line] ?? "");
  const section = text === undefined || !hasSection(text) ? undefined : yield* readSection(texts, line ?? end, end);
  const whereAt = whereIn(texts, block, section, constructsIn(texts, end));
  const tokens: PlacedToken[] = [];
  for (const token of found) {
    yield;
    const where = whereAt(token.line);
    tokens.push({ ...token, line: token.line - start, where: typeof where === "string" ? where : yield* where });
  }
  const sends = text !== undefined && !isResponse(text) && messagingProtocol(text) === undefined;
  return {
    length: end - start,
    reach: reach - start,
    requestLine: sends && line !== undefined ? line - start : undefined,
    ...(sends ? sentHeaders(texts, block, section) : { authorization: undefined, headers: undefined }),
    global,
    definitions: new Map(block.definitions.map((at) => [definitionAt(texts[at] ?? "")?.name ?? "", at - start])),
    tokens,
  };
}

function sentHeaders(
  texts: readonly string[],
  block: Block,
  section: HeaderSection | undefined,
): Pick<Part, "authorization" | "headers"> {
  const { start, end, requestLine = start } = block;
  if (section !== undefined) return sectionHeaders(texts, section, start);
  if (isTooLong(texts, requestLine, end)) return { authorization: undefined, headers: undefined };
  const {
    authorization: value = "",
    authorizationAt: at,
    headers,
  } = curlRequest({ texts, eol: "\n" }, block, requestLine);
  const raised = ({ line, character }: Position): Position => ({ line: line - start, character });
  return { authorization: at && { value, start: raised(at.start), end: raised(at.end) }, headers };
}

function sectionHeaders(
  texts: readonly string[],
  { headers, spread }: HeaderSection,
  blockStart: number,
): Pick<Part, "authorization" | "headers"> {
  const header = headers.find(({ name }) => name === "authorization");
  const names = headers.map(({ name }) => name);
  const authorization = header && {
    value: texts
      .slice(header.line, header.last + 1)
      .join("\n")
      .slice(header.valueStart)
      .trim(),
    start: { line: header.line - blockStart, character: header.valueStart },
    end: { line: header.last - blockStart, character: Infinity },
  };
  return { authorization, headers: spread === undefined && names.every(isFixedName) ? names : undefined };
}
