import type { Decoded } from "../jwt/decode.ts";
import { stateAt, type TokenState } from "../jwt/state.ts";
import { blocksIn } from "./blocks.ts";
import { curlRequest } from "./curl.ts";
import { fencesIn } from "./fences.ts";
import { isResponse, messagingProtocol } from "./grammar.ts";
import { lastAtMost, type Lines, linesOf, type Position } from "./lines.ts";
import { type Part, partsOf, type PlacedToken, tokensByLine } from "./placing.ts";
import { resolveReferences } from "./references.ts";
import type { Where } from "./where.ts";

export type { PlacedToken } from "./placing.ts";

/** A request, and the token that it would be sent with as far as the file alone tells. */
export interface TokenRequest {
  readonly line: number;
  /** Its block: the lines whose cursor means this request. */
  readonly start: number;
  readonly end: number;
  readonly token: PlacedToken | undefined;
  /** It says in another way who sends it: another scheme, or a value that is not in the file. */
  readonly authorizedElsewhere: boolean;
}

export interface FileTokens {
  /** In the order of the text. */
  readonly tokens: readonly PlacedToken[];
  readonly requests: readonly TokenRequest[];
}

/** A .http file, a Markdown file with http fences, or a file of environment variables. */
export type FileKind = "http" | "markdown" | "env";

/** Reads where a file's tokens stand, and which of them its requests are sent with. Linear in the text's length. */
export function readTokens(text: string, kind: FileKind): FileTokens {
  const lines = linesOf(text);
  const found = tokensByLine(text);
  if (kind === "env") return { tokens: found.map((token) => ({ ...token, where: "env" })), requests: [] };
  const ranges = kind === "markdown" ? fencesIn(lines.texts) : [{ start: 0, first: 0, end: lines.texts.length }];
  const parts = partsOf(
    lines.texts,
    ranges.map((range) => blocksIn(lines.texts, range)),
    found,
  );
  const tokens = parts.flatMap((part) => part.tokens);
  const byLine = new Map<number, PlacedToken>();
  for (const token of tokens) if (!byLine.has(token.line)) byLine.set(token.line, token);
  return { tokens, requests: parts.flatMap((part) => requestIn(lines, part, byLine)) };
}

/** The request whose block holds a line. */
export function requestAt({ requests }: FileTokens, line: number): TokenRequest | undefined {
  const request =
    requests[
      lastAtMost(
        requests.map(({ start }) => start),
        line,
      )
    ];
  return request !== undefined && line < request.end ? request : undefined;
}

const replaceable: ReadonlySet<Where> = new Set(["header", "variable", "curl", "env"]);

/** Whether another token may be put in this one's place: a body, a comment or a response is not ours to change. */
export const isReplaceable = ({ where }: PlacedToken) => replaceable.has(where);

/** The token that a cursor means: the one under it or on its line, else the one its request is sent with. */
export function tokenAt(file: FileTokens, { line, character }: Position): PlacedToken | undefined {
  const onLine = file.tokens.filter((token) => token.line === line && isReplaceable(token));
  const under = onLine.find(({ start, end }) => start <= character && character <= end);
  return under ?? onLine[0] ?? requestAt(file, line)?.token;
}

/** How a token stands at `now`. The claims of a JWE cannot be read without its key. */
export const stateOf = ({ kind, claims }: Decoded, now: number): TokenState | "unreadable" =>
  kind === "JWE" ? "unreadable" : stateAt(claims, now);

function requestIn(lines: Lines, part: Part, byLine: ReadonlyMap<number, PlacedToken>): TokenRequest[] {
  const { requestLine: line, start, end } = part.block;
  const text = lines.texts[line ?? -1] ?? "";
  if (line === undefined || isResponse(text) || messagingProtocol(text) !== undefined) return [];
  return [{ line, start, end, ...sentToken(lines, part, { line, byLine }) }];
}

/** The token of `Authorization`, there or in the variables it refers to. Without that header, one in another header. */
function sentToken(
  lines: Lines,
  part: Part,
  { line, byLine }: { readonly line: number; readonly byLine: ReadonlyMap<number, PlacedToken> },
): Pick<TokenRequest, "token" | "authorizedElsewhere"> {
  const own = part.tokens.filter(({ where }) => where === "header" || where === "curl");
  const authorization = authorizationOf(lines, part, line);
  if (authorization === undefined) return { token: own[0], authorizedElsewhere: false };
  const direct = own.find(({ compact }) => authorization.includes(compact));
  if (direct !== undefined) return { token: direct, authorizedElsewhere: false };
  const { lines: defined, opaque } = resolveReferences(authorization, lines.texts, (name) =>
    part.find(name, part.block),
  );
  const token = defined.map((each) => byLine.get(each)).find((each) => each !== undefined);
  return { token, authorizedElsewhere: token === undefined && (opaque || otherScheme.test(authorization)) };
}

const otherScheme = /^(?!bearer\b)[a-z][\w-]*\s+\S/i;

function authorizationOf(lines: Lines, { block, section }: Part, requestLine: number): string | undefined {
  if (section === undefined) return curlRequest(lines, block, requestLine).authorization;
  const header = section.headers.find(({ name }) => name === "authorization");
  const folded = header && lines.texts.slice(header.line, header.last + 1).join("\n");
  return folded?.slice(header?.valueStart).trim();
}
