import { decode, type Decoded, signedPart } from "../read/decode.ts";

/** A token that stands in a text. Offsets in UTF-16 units. */
export interface FoundToken {
  readonly start: number;
  readonly end: number;
  readonly compact: string;
  readonly decoded: Decoded;
}

/**
 * Three or five parts whose first can be a JSON object with `alg`: "{" with what may follow it, or white space, in base64url;
 * then the disclosures of an SD-JWT (RFC 9901 §4). In front may stand a percent-encoded character or an escape such as "\n".
 * Without the look-behind, each place inside a long run of letters would start a search of its own.
 */
const candidate =
  /(?:(?<![\w.-])|(?<=%[0-9A-F]{2}|\\[nrt]))(?:e[wy]|[CDI])[\w-]{12,}\.[\w-]*\.[\w-]*(?:\.[\w-]+\.[\w-]+|(?:~[\w-]+)*~(?:[\w-]+\.[\w-]+\.[\w-]+)?)?/g;

/** The compact JWS and JWE of any text, in its order. Linear in the text's length. */
export function findTokens(text: string): FoundToken[] {
  const found: FoundToken[] = [];
  const known = new Map<string, ReturnType<typeof readCandidate>>();
  for (const { 0: match, index } of text.matchAll(candidate)) {
    const token = known.has(match) ? known.get(match) : readCandidate(match);
    known.set(match, token);
    if (token !== undefined) found.push({ start: index, end: index + token.compact.length, ...token });
  }
  return found;
}

/** Five parts are a JWE only with `enc` (RFC 7516 §4.1.2); else a JWS may stand in front of a file name or a sentence. */
function readCandidate(match: string): { readonly compact: string; readonly decoded: Decoded } | undefined {
  const parts = signedPart(match).split(".");
  const whole = tryDecoding(match);
  if (parts.length === 3 || typeof whole?.header["enc"] === "string")
    return whole && { compact: match, decoded: whole };
  const compact = parts.slice(0, 3).join(".");
  const signed = tryDecoding(compact);
  return signed && { compact, decoded: signed };
}

/** Undefined for what is no token: its header must name an algorithm (RFC 7515 §4.1.1). */
function tryDecoding(compact: string): Decoded | undefined {
  try {
    const decoded = decode(compact);
    return typeof decoded.header["alg"] === "string" ? decoded : undefined;
  } catch {
    return undefined;
  }
}
