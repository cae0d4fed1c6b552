/** What cannot be part of a token but comes along with one: white space, line breaks, quotes, line continuations. */
const wrapping = /[\s\u200B"'`\\]+/g;

const authorizationLine = /(?:^|[\s"'`])(?:proxy-)?authorization["'`]?[ \t]*[:=]([^]*)/i;

/** The token in a pasted text: alone, quoted, wrapped, after `Bearer`, or in an `Authorization` line (RFC 6750 §2.1). */
export function tokenIn(text: string): string {
  const after = authorizationLine.exec(text)?.[1];
  // Lines that follow are part of a wrapped token until one looks like another header.
  const value = after === undefined ? text : (after.split(/\n(?=[^\n]*:)/)[0] ?? "");
  return value
    .replace(/^[\s"'`]*bearer(?=\s)/i, "")
    .replaceAll(wrapping, "")
    .replace(/[,;]+$/, "");
}
