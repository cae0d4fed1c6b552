/**
 * Escapes that stand around tokens and inside them: percent-encoding (RFC 3986 §2.1) and the escapes of JSON and JavaScript of
 * ASCII's printable characters and line ends, colours of a terminal (ECMA-48 §8.3.117) as such or written out, and characters
 * that are not seen.
 */
const escape =
  /%(0[ad]|[2-7][\da-f])|\\u00(0[ad]|[2-7][\da-f])|\\x(0[ad]|[2-7][\da-f])|\\([nrt"'/])|(?:\u001B|\\e|\\033|\\x1b|\\u001b)\[[\d;]{0,20}m|[\u00AD\u200B-\u200D\u2060\uFEFF]/gi;

const letters: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** A text with its escapes read, and a blank for each colour. */
export const withoutEscapes = (text: string): string =>
  text.replaceAll(escape, (match, ...groups: readonly (string | undefined)[]) => {
    const code = groups[0] ?? groups[1] ?? groups[2];
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    const letter = groups[3];
    if (letter !== undefined) return letters[letter.toLowerCase()] ?? letter;
    return match.length > 1 ? " " : "";
  });
