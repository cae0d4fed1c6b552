import { isAlg, isSignatureLength } from "../../algorithms.ts";
import type { Fault } from "../../errors.ts";
import { compactFault } from "../read/compactFault.ts";
import { decode, readToken } from "../read/decode.ts";
import { tokenLineBreak, tokenPaddedWrongly, tokenTruncated } from "../read/errors.ts";
import { findTokens, type FoundToken } from "./find.ts";
import { runAround } from "./candidate.ts";
import { tokensInBase64 } from "./pastedToken.ts";
import type { Run } from "./pieces.ts";
import { bytesIn } from "../read/base64url.ts";

/** What begins as a token does, and is none as it stands there. */
export interface BrokenToken extends Run {
  /** Why it is no token, and what to do. */
  readonly fault: Fault;
}

/**
 * The token that stands at a place of a line, or undefined. Looks at no more than the run of characters around the place.
 * `next` is the line that follows: where a token goes on there, what stands here is no whole one.
 */
export function tokenAround(line: string, character: number, next = ""): FoundToken | undefined {
  const run = runAround(line, character);
  const token = run && tokenIn(line, run);
  // A sentence may go on behind the token without a space.
  if (token === undefined || character > token.end) return undefined;
  if (token.inBase64) return token;
  return faultBehind(token, line, next) === undefined ? token : undefined;
}

/** What only looks like a token at a place of a line, and why it is none; undefined for a token and for anything else. */
export function brokenAround(line: string, character: number, next = ""): BrokenToken | undefined {
  const run = runAround(line, character);
  if (run === undefined) return undefined;
  const token = tokenIn(line, run);
  const compact = line.slice(run.start, run.end);
  if (token === undefined && algIn(compact.slice(0, compact.indexOf("."))) === undefined) return undefined;
  const piece = token ?? { end: run.end, compact };
  if (character > piece.end) return undefined;
  const fault = faultBehind(piece, line, next) ?? (token === undefined ? compactFault(compact) : undefined);
  return fault && { start: run.start, end: piece.end, fault };
}

function tokenIn(line: string, run: Run): FoundToken | undefined {
  const text = line.slice(run.start, run.end);
  const [found] = findTokens(text);
  if (found !== undefined) return { ...found, start: run.start + found.start, end: run.start + found.end };
  const [compact, another] = tokensInBase64(text);
  const decoded = another === undefined && compact !== undefined ? readToken(compact) : undefined;
  return compact !== undefined && decoded ? { ...run, compact, decoded, inBase64: true } : undefined;
}

/** The algorithm that a part names, where it is a header, padded or not. */
function algIn(part: string): string | undefined {
  try {
    const { alg } = decode(`${part.replace(/={1,2}$/, "")}..`).header;
    return typeof alg === "string" ? alg : undefined;
  } catch {
    return undefined;
  }
}

/** What stands right behind a token that shows it to be a piece of one. */
function faultBehind(
  { compact, end }: Pick<FoundToken, "compact" | "end">,
  line: string,
  next: string,
): Fault | undefined {
  const behind = line.slice(end, end + 40);
  const isCut = compact.slice(compact.lastIndexOf(".") + 1).length % 4 > 1;
  if (isCut && /^={1,2}(?![\w=])/.test(behind)) return tokenPaddedWrongly();
  if (compact.endsWith("...") || /^(?:…|\.\.|[[(]?(?:\.\.\.|truncated))/i.test(behind)) return tokenTruncated();
  // A disclosure ends with a tilde (RFC 9901 §4).
  if (compact.endsWith("~") && /^[\w-]/.test(behind)) return tokenTruncated();
  const goesOn = /^[\\"'+ \t]*$/.test(behind) && /^[ \t"'>#*/|]*[\w-]+(?:\.[\w-]*){0,4}[\\"'+;, \t\r]*$/.test(next);
  return goesOn && !isWhole(compact) ? tokenLineBreak() : undefined;
}

/** Whether a compact JWS ends where its signature does, as far as its length tells; an SD-JWT, where its last tilde is. */
function isWhole(compact: string): boolean {
  const tilde = compact.lastIndexOf("~");
  if (tilde >= 0) return tilde === compact.length - 1 || isWhole(compact.slice(tilde + 1));
  const [header = "", , signature, ...rest] = compact.split(".");
  if (signature === undefined) return false;
  const alg = algIn(header);
  return rest.length > 0 || alg === undefined || !isAlg(alg) || isSignatureLength(alg, bytesIn(signature));
}
