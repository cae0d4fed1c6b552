import { fromBase64 } from "../../bytes.ts";
import { IN_BASE64 } from "./candidate.ts";
import type { Run } from "./pieces.ts";
import { readToken } from "../read/decode.ts";
import { severalTokens } from "../read/errors.ts";
import { withoutEscapes } from "./escapes.ts";
import { runsIn, tokenFrom, type WrappedToken } from "./wrapped.ts";

/**
 * The tokens in a pasted text, each once, in its order: alone, quoted, wrapped over lines or put together from strings, behind
 * any scheme or words, escaped; and where there is none of these, in base64, as a Kubernetes Secret has it.
 */
export function pastedTokens(text: string): readonly string[] {
  const plain = withoutEscapes(text);
  const found = tokensOf(plain);
  return found.length > 0 ? found : tokensInBase64(plain);
}

/**
 * The first token in a pasted text. Where there is none, the text without what usually stands around one, so that `decode` can
 * say what is wrong with it.
 */
export const pastedToken = (text: string): string => pastedTokens(text)[0] ?? withoutWrapping(text);

/** The token in a text that a caller gives. Throws TOKENS_SEVERAL where which one is meant cannot be told. */
export function soleToken(text: string): string {
  if (readToken(text) !== undefined) return text;
  const tokens = pastedTokens(text);
  if (tokens.length > 1) throw severalTokens(tokens.length);
  return tokens[0] ?? withoutWrapping(text);
}

function tokensOf(text: string): readonly string[] {
  const found = new Set<string>();
  const runs = runsIn(text);
  for (let index = 0; index < runs.length;) {
    const token = tokenInRun(text, runs, index);
    if (token !== undefined) found.add(token.compact);
    index = token?.next ?? index + 1;
  }
  return [...found];
}

/** How much of a run may stand in front of its token, such as "session_", in characters. */
const PREFIX = 80;

/** The token that begins in a run: at its start, or behind a word that nothing parts from it. */
function tokenInRun(text: string, runs: readonly Run[], index: number): WrappedToken | undefined {
  const { start = 0, end = 0 } = runs[index] ?? {};
  const head = text.slice(start, Math.min(end, start + PREFIX));
  for (const { index: from } of head.matchAll(/^(?=e[wy]|[CDI])|(?=eyJ)/g)) {
    if (!beginsObject(text, runs, index, from)) continue;
    const token = tokenFrom(text, runs, index, from);
    if (token !== undefined) return token;
  }
  return undefined;
}

/** How much of a header tells that it is JSON, in characters of base64url. */
const TELLING = 64;

/** Whether a run and those that follow it, decoded from a place on, begin as a JSON object does. */
function beginsObject(text: string, runs: readonly Run[], index: number, from: number): boolean {
  const { start = 0 } = runs[index] ?? {};
  const last = runs[index + 2] ?? runs.at(-1);
  const ahead = text.slice(start + from, Math.min(last?.end ?? start, start + from + 2 * TELLING));
  const header =
    ahead
      .split(".", 1)[0]
      ?.replaceAll(/[^\w-]/g, "")
      .slice(0, TELLING) ?? "";
  const bytes = fromBase64(header.slice(0, header.length - (header.length % 4)));
  return bytes !== undefined && /^\s*\{\s*(?:"[^"\\]*(?:$|"\s*(?::|$))|$)/.test(String.fromCharCode(...bytes));
}

/** Enough for a header and what follows it. */
const inBase64 = new RegExp(`(?<![\\w+/-])${IN_BASE64}[\\w+/-]{40,}={0,2}`, "g");

/** How many texts in base64 are looked into. */
const MOST = 16;

/** The tokens whose base64 is in a text. */
export const tokensInBase64 = (text: string): readonly string[] =>
  [...text.matchAll(inBase64)].slice(0, MOST).flatMap(([encoded]) => {
    const bytes = fromBase64(encoded);
    return bytes === undefined ? [] : tokensOf(new TextDecoder("latin1").decode(bytes));
  });

/** What cannot be part of a token but comes along with one: white space, line breaks, quotes, line continuations. */
const wrapping = /[\s\u200B"'`\\]+/g;

const withoutWrapping = (text: string): string =>
  text
    .replace(/^[\s"'`]*(?:(?:proxy-)?authorization["'`]?[ \t]*[:=])?[\s"'`]*(?:bearer(?=\s))?/i, "")
    .replaceAll(wrapping, "")
    .replace(/(?<![,;])[,;]+$/, "");
