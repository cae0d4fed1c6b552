import { decode, type Decoded } from "./decode.ts";

/** A token that stands in a text. Offsets in UTF-16 units. */
export interface FoundToken {
  readonly start: number;
  readonly end: number;
  readonly compact: string;
  readonly decoded: Decoded;
}

/**
 * Three or five parts whose first can be a JSON object: "{" with what may follow it, or white space, in base64url.
 * Without the look-behind, each place inside a long run of letters would start a search of its own.
 */
const candidate = /(?<![\w.-])(?:e[wy]|[CDI])[\w-]*\.[\w-]*\.[\w-]*(?:\.[\w-]+\.[\w-]+)?/g;

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
  const parts = match.split(".");
  const whole = tryDecoding(match);
  if (parts.length === 3 || typeof whole?.header["enc"] === "string")
    return whole && { compact: match, decoded: whole };
  const compact = parts.slice(0, 3).join(".");
  const signed = tryDecoding(compact);
  return signed && { compact, decoded: signed };
}

/** Undefined for what is no token, and for a JWS whose payload is no claims set. */
function tryDecoding(compact: string): Decoded | undefined {
  try {
    const decoded = decode(compact);
    return decoded.kind === "JWS" && decoded.claims === undefined ? undefined : decoded;
  } catch {
    return undefined;
  }
}
