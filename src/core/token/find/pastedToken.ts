import { findTokens } from "./find.ts";

/** What cannot be part of a token but comes along with one: white space, line breaks, quotes, line continuations. */
const wrapping = /[\s\u200B"'`\\]+/g;

const authorizationLine = /(?:^|[\s"'`])(?:proxy-)?authorization["'`]?[ \t]*[:=]([^]*)/i;

/** A compact JWS or JWE, an SD-JWT's disclosures behind it, and nothing else. */
const whole = /^[\w-]+(?:\.[\w-]*){2}(?:(?:\.[\w-]*){2})?(?:~[\w.~-]*)?$/;

/** What stands between two quotes of a kind, a wrapped token in a command among it. */
const quotedText = /"([^"]*)"|'([^']*)'/g;

/** Lines that follow are part of a wrapped token until one looks like another header; in a command an option ends it. */
const behindToken = /\n(?=[^\n]*:)|(?<=[\w-])["'`](?=\s)|[ \t]-{1,2}[A-Za-z]+(?=\s|$)/;

const percentEncoded = /%(?:20|22|23|26|27|2E|3A|3B|3D|3F)/gi;

/**
 * The token in a pasted text: alone, quoted, wrapped, after `Bearer`, in an `Authorization` line (RFC 6750 §2.1), or
 * anywhere in a cURL command, JSON, a URL, a cookie or a variable's line. Where none is found, the text without what
 * usually surrounds one, so that `decode` can say what is wrong with it.
 */
export function tokenIn(text: string): string {
  const own = unwrapped(text);
  if (whole.test(own)) return own;
  const plain = text.replaceAll(percentEncoded, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
  const quoted = [...plain.matchAll(quotedText)].map(([, double, single]) => unwrapped(double ?? single ?? ""));
  // A wrapped token is whole between its quotes alone; searched for in the text, it would end at its first line break.
  const candidates = [...quoted.filter((candidate) => whole.test(candidate)), plain];
  for (const candidate of candidates) {
    const [found] = findTokens(candidate);
    if (found !== undefined) return candidate === plain ? found.compact : candidate;
  }
  return own;
}

function unwrapped(text: string): string {
  const after = authorizationLine.exec(text)?.[1];
  const value = after === undefined ? text : (after.split(behindToken)[0] ?? "");
  return value
    .replace(/^[\s"'`]*bearer(?=\s)/i, "")
    .replaceAll(wrapping, "")
    .replace(/(?<![,;])[,;]+$/, "");
}
