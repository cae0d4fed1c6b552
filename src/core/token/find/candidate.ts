import { longestToken, type Run } from "./pieces.ts";

/** The shortest header, `{"alg":""}`, has 14 characters in base64url, and a dot follows. */
const SHORTEST = 15;

/** What a JSON object begins with in base64url: "{", or white space in front of it. */
const OPENINGS = "eCDI";

/** What the base64 of a token begins with: that of "eyJ". */
export const IN_BASE64 = "ZXlK";

/** What may stand in front of a token without parting from it: an escape, a terminal's colour, words such as "session_". */
export const glued = String.raw`%[\dA-F]{2}|\\(?:[nrt]|u00[\da-f]{2}|x[\da-f]{2})|\[[\d;]{0,9}m|(?<![\w.-])(?:[A-Za-z\d]{1,24}[_-]){1,4}(?=eyJ)`;

const gluedWhole = new RegExp(`(?:${glued})(?=[eCDI])`, "y");

/**
 * The characters around a place of a line that could be a token: base64url, dots, the tildes of an SD-JWT and padding, beginning
 * as a JSON object does, behind an escape such as "%3D" or "\n" too. Undefined where there are none. Decodes nothing, so that it
 * costs next to nothing where no token stands.
 */
export function runAround(line: string, character: number): Run | undefined {
  let dots = 0;
  let start = character;
  let end = character;
  for (; start > 0 && character - start < longestToken; start -= 1) {
    const code = line.charCodeAt(start - 1);
    if (code === DOT || isEncodedDot(line, start - 1)) dots += 1;
    else if (!isTokenCharacter(code) && !isPadding(line, start - 1)) break;
  }
  for (; end < line.length && end - start < longestToken; end += 1) {
    const code = line.charCodeAt(end);
    if (code === DOT || isEncodedDot(line, end)) dots += 1;
    else if (!isTokenCharacter(code) && !isPadding(line, end)) break;
  }
  start += gluedLength(line, start);
  const length = end - start;
  const isEncoded = line.startsWith(IN_BASE64, start);
  if ((dots < 1 && !isEncoded) || length < SHORTEST || length >= longestToken || character < start) return undefined;
  return isEncoded || OPENINGS.includes(line.charAt(start)) ? { start, end } : undefined;
}

const DOT = 0x2e;
const PERCENT = 0x25;

const isEncodedDot = (line: string, at: number) =>
  line.charCodeAt(at) === PERCENT && /^2e$/i.test(line.slice(at + 1, at + 3));

const EQUALS = 0x3d;

/** What stands behind a part that is padded. */
const behindPadding = /={1,2}(?![\w=])/y;

/** Whether a part may be padded at a place, and goes on with another part or ends there. */
function isPadding(line: string, at: number): boolean {
  if (line.charCodeAt(at) !== EQUALS) return false;
  behindPadding.lastIndex = line.charCodeAt(at - 1) === EQUALS ? at - 1 : at;
  return behindPadding.test(line);
}

const isTokenCharacter = (code: number) =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x5f ||
  code === 0x2d ||
  code === 0x7e;

/** The length of an escape, colour or word that ends inside a run. */
function gluedLength(line: string, start: number): number {
  // An escape begins up to eleven characters in front of the run.
  for (let from = Math.max(0, start - 11); from <= start; from += 1) {
    gluedWhole.lastIndex = from;
    if (gluedWhole.test(line) && gluedWhole.lastIndex > start) return gluedWhole.lastIndex - start;
  }
  return 0;
}
