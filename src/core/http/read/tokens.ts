import type { Decoded } from "../../token/read/decode.ts";
import { stateAt, type TokenState } from "../../token/words/state.ts";
import { type Steps, STEP } from "../../steps.ts";
import { fencesIn, wholeText } from "./fences.ts";
import { lastAtMost, type Position } from "../lines.ts";
import { type PlacedToken, tokensByLine } from "./placing.ts";
import { readRequests, type RequestText } from "./requestText.ts";
import type { TokenRequest } from "./placedPart.ts";
import type { Where } from "./where.ts";

export type { PlacedToken } from "./placing.ts";
export type { TokenRequest } from "./placedPart.ts";

export interface FileTokens {
  /** In the order of the text. */
  readonly tokens: readonly PlacedToken[];
  readonly requests: readonly TokenRequest[];
}

/** A .http file, a Markdown file with http fences, or a file of environment variables. */
export type FileKind = "http" | "markdown" | "env";

/** Reads where a file's tokens stand, and which of them its requests are sent with. Linear in the text's length. */
export function* readTokens(texts: readonly string[], kind: FileKind): Steps<FileTokens> {
  if (kind === "env") return { tokens: yield* tokensAnywhere(texts, kind), requests: [] };
  const ranges = kind === "markdown" ? yield* fencesIn(texts) : [wholeText(texts)];
  return yield* tokensOf(yield* readRequests(texts, ranges));
}

/** The tokens of a text of which nothing else is known. */
export function* tokensAnywhere(texts: readonly string[], where: Where): Steps<readonly PlacedToken[]> {
  const tokens: PlacedToken[] = [];
  for (const token of yield* tokensByLine(texts)) {
    yield;
    tokens.push({ ...token, where });
  }
  return tokens;
}

/** The tokens and requests of a text that was read. */
export function* tokensOf({ placed }: RequestText): Steps<FileTokens> {
  const tokens: PlacedToken[] = [];
  const requests: TokenRequest[] = [];
  for (const [index, each] of placed.entries()) {
    if (index % STEP === 0) yield;
    for (const token of each.tokens) tokens.push(token);
    if (each.request !== undefined) requests.push(each.request);
  }
  return { tokens, requests };
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
