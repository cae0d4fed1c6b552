import type { UserError } from "../errors.ts";
import { isAlg } from "../algorithms.ts";
import { compactFault } from "./compactFault.ts";
import { decode } from "./decode.ts";
import { tokenLineBreak, tokenPadded, tokenTruncated } from "./errors.ts";
import { findTokens, type FoundToken } from "./find.ts";
import { bytesIn, isSignatureLength } from "./signatureLength.ts";

/** What begins as a token does, and is none as it stands there. Offsets in UTF-16 units. */
export interface BrokenToken {
  readonly start: number;
  readonly end: number;
  /** Why it is no token, and what to do. */
  readonly fault: UserError;
}

/** How far from an offset a token is looked for, in characters: far beyond what a service takes in a header. */
const REACH = 262_144;

/**
 * The token, or what only looks like one, that an offset in a text stands in. Looks at the token's surroundings alone, so the
 * text may be long; it shows a line break inside a token only where the next line is part of it.
 */
export function findTokenAt(text: string, offset: number): FoundToken | BrokenToken | undefined {
  const start = edge(text, offset, -1);
  const end = edge(text, offset, 1);
  if (start === undefined || end === undefined || start === end) return undefined;
  // What stands in front decides whether a token may begin here.
  const from = Math.max(0, start - 3);
  const tokens = findTokens(text.slice(from, end));
  const inRun = tokens.find((token) => token.start <= offset - from && offset - from <= token.end);
  if (inRun === undefined) return tokens.length === 0 ? brokenToken(text, start, end) : undefined;
  const found = { ...inRun, start: inRun.start + from, end: inRun.end + from };
  const fault = faultBehind(text, found);
  return fault === undefined ? found : { start: found.start, end: found.end, fault };
}

/** Where a run of a token's characters ends on one side; undefined beyond reach. */
function edge(text: string, offset: number, step: 1 | -1): number | undefined {
  let at = offset;
  for (let count = 0; isTokenCharacter(text.charCodeAt(step > 0 ? at : at - 1)); count++) {
    if (count === REACH) return undefined;
    at += step;
  }
  return at;
}

/** Letters, digits and "-", "_", ".", "~". False for NaN, beyond the text's ends. */
const isTokenCharacter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x2d ||
  code === 0x2e ||
  code === 0x5f ||
  code === 0x7e;

/** A run whose first part is a token's header but that makes no token. */
function brokenToken(text: string, start: number, end: number): BrokenToken | undefined {
  const run = text.slice(start, end);
  const dot = run.indexOf(".");
  if (!isHeader(dot < 0 ? run : run.slice(0, dot))) return undefined;
  const fault = faultBehind(text, { end, compact: run }) ?? (dot < 0 ? undefined : compactFault(run));
  return fault && { start, end, fault };
}

function isHeader(part: string): boolean {
  if (!/^(?:e[wy]|[CDI])/.test(part)) return false;
  try {
    return typeof decode(`${part}..`).header["alg"] === "string";
  } catch {
    return false;
  }
}

/** What stands right behind a token that shows it to be a piece of one. */
function faultBehind(text: string, { end, compact }: Pick<FoundToken, "end" | "compact">): UserError | undefined {
  const behind = text.slice(end, end + 4096);
  if (/^={1,2}(?![\w=])/.test(behind) && compact.slice(compact.lastIndexOf(".") + 1).length % 4 > 1)
    return tokenPadded();
  if (/^(?:…|\.\.+|\[?\(?(?:\.\.\.|truncated))/i.test(behind) || compact.endsWith("...")) return tokenTruncated();
  const goesOn = /^[\\"'+ \t]*\r?\n[ \t"'>#*/|]*[\w-]+(?:\.[\w-]*){0,4}["'\\]?\s*(?:\r?\n|$)/.test(behind);
  return goesOn && !isWhole(compact) ? tokenLineBreak() : undefined;
}

/** Whether a compact JWS ends where its signature does, as far as its length tells. */
function isWhole(compact: string): boolean {
  const [header = "", , signature, ...rest] = compact.split(".");
  if (signature === undefined) return false;
  const { alg } = decode(`${header}..`).header;
  return rest.length > 0 || typeof alg !== "string" || !isAlg(alg) || isSignatureLength(alg, bytesIn(signature.length));
}
