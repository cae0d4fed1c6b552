import { longestToken, type Run } from "./pieces.ts";

/** The shortest header, `{"alg":""}`, has 14 characters in base64url, and a dot follows. */
const SHORTEST = 15;

/** What a JSON object begins with in base64url: "{", or white space in front of it. */
const OPENINGS = "eCDI";

/**
 * The characters around a place of a line that could be a token: base64url, dots and the tildes of an SD-JWT, beginning as a
 * JSON object does, behind an escape such as "%3D" or "\n" too. Undefined where there are none. Decodes nothing, so that it
 * costs next to nothing where no token stands.
 */
export function runAround(line: string, character: number): Run | undefined {
  let dots = 0;
  let start = character;
  let end = character;
  for (; start > 0 && character - start < longestToken; start -= 1) {
    const code = line.charCodeAt(start - 1);
    if (code === DOT) dots += 1;
    else if (!isTokenCharacter(code)) break;
  }
  for (; end < line.length && end - start < longestToken; end += 1) {
    const code = line.charCodeAt(end);
    if (code === DOT) dots += 1;
    else if (!isTokenCharacter(code)) break;
  }
  start += escapeLength(line, start);
  const length = end - start;
  if (dots < 1 || length < SHORTEST || length >= longestToken || character < start) return undefined;
  return OPENINGS.includes(line.charAt(start)) ? { start, end } : undefined;
}

const DOT = 0x2e;

const isTokenCharacter = (code: number) =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x5f ||
  code === 0x2d ||
  code === 0x7e;

/** Characters at the start of a run that belong to an escape in front of it. */
function escapeLength(line: string, start: number): number {
  const before = line.charAt(start - 1);
  if (before === "%" && /^[0-9A-F]{2}$/.test(line.slice(start, start + 2))) return 2;
  return before === "\\" && "nrt".includes(line.charAt(start)) ? 1 : 0;
}
