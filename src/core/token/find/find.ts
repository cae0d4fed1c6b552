import { readToken, type Decoded, signedPart } from "../read/decode.ts";
import { glued } from "./candidate.ts";
import { piecesOf } from "./pieces.ts";

/** A token that stands in a text. Offsets in UTF-16 units. */
export interface FoundToken {
  readonly start: number;
  readonly end: number;
  readonly compact: string;
  readonly decoded: Decoded;
  /** The text holds its base64, as a Kubernetes Secret does. */
  readonly inBase64?: true;
}

type Read = Pick<FoundToken, "compact" | "decoded"> & { readonly length: number };

/** What was found before: a token that stands in a text many times is read once. */
export type KnownTokens = Map<string, Read | undefined>;

const dot = String.raw`(?:\.|%2[Ee])`;

/** "=" that may pad a token's last part: what follows a name or ends another padding does not. */
const padding = String.raw`(?:={1,2}(?![\w=]))?`;

/**
 * Three or five parts whose first can be a JSON object with `alg`: "{" with what may follow it, or white space, in base64url;
 * then the disclosures of an SD-JWT (RFC 9901 §4). Its dots may be percent-encoded, and its parts padded.
 * Without the look-behind, each place inside a long run of letters would start a search of its own.
 */
const candidate = new RegExp(
  `(?:(?<![\\w.-])|(?<=${glued}))(?:e[wy]|[CDI])[\\w-]{12,}={0,2}${dot}[\\w-]*={0,2}${dot}[\\w-]*(?:={0,2}${dot}[\\w-]+={0,2}${dot}[\\w-]+${padding}|(?:~[\\w-]+)*~(?:[\\w-]+${dot}[\\w-]+${dot}[\\w-]+)?|${padding})`,
  "g",
);

/** The compact JWS and JWE of any text, in its order. Linear in the text's length. */
export const findTokens = (text: string): FoundToken[] =>
  Array.from(searchTokens(text)).filter((token) => token !== undefined);

/** The same one by one, and now and then undefined, where the search may be left. */
export function* searchTokens(
  text: string,
  known: KnownTokens = new Map(),
): Generator<FoundToken | undefined, void, void> {
  for (const piece of piecesOf(text)) {
    yield;
    for (const { 0: match, index } of text.slice(piece.start, piece.end).matchAll(candidate)) {
      const token = known.has(match) ? known.get(match) : readCandidate(match);
      known.set(match, token);
      const start = piece.start + index;
      yield token && { start, end: start + token.length, compact: token.compact, decoded: token.decoded };
    }
  }
}

/**
 * Five parts are a JWE only with `enc` (RFC 7516 §4.1.2); else a JWS may stand in front of a file name or a sentence, and so
 * may one in front of "=" that do not pad it.
 */
function readCandidate(match: string): Read | undefined {
  const all = match.replaceAll(/%2e/gi, ".");
  const parts = signedPart(all).split(".");
  const whole = readSigned(all);
  if (parts.length === 3 || typeof whole?.decoded.header["enc"] === "string")
    return whole && { ...whole, length: match.length - (all.length - whole.compact.length) };
  const signed = readSigned(parts.slice(0, 3).join("."));
  // Of encoded dots, two are before the signature's end.
  return signed && { ...signed, length: signed.compact.length + (match.length - all.length > 0 ? 4 : 0) };
}

/** Undefined for what is no token: its header must name an algorithm (RFC 7515 §4.1.1). */
function readSigned(text: string): Omit<Read, "length"> | undefined {
  const padded = readToken(text);
  const compact = padded === undefined ? text.replace(/={1,2}$/, "") : text;
  const decoded = compact === text ? padded : readToken(compact);
  return typeof decoded?.header["alg"] === "string" ? { compact, decoded } : undefined;
}
