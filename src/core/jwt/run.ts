/** The longest token that is looked for around a place, in characters. */
const LONGEST = 1_048_576;

/** The shortest header, `{"alg":""}`, has 14 characters in base64url, and two dots follow. */
const SHORTEST = 16;

/**
 * The characters around a place of a line that could be a token: base64url and at least two dots, beginning as a JSON
 * object does. Undefined where there are none. Decodes nothing, so that it costs next to nothing where no token stands.
 */
export function runAround(
  line: string,
  character: number,
): { readonly start: number; readonly end: number } | undefined {
  let dots = 0;
  let start = character;
  let end = character;
  for (; start > 0 && character - start < LONGEST; start -= 1) {
    const code = line.charCodeAt(start - 1);
    if (code === DOT) dots += 1;
    else if (!isBase64url(code)) break;
  }
  for (; end < line.length && end - start < LONGEST; end += 1) {
    const code = line.charCodeAt(end);
    if (code === DOT) dots += 1;
    else if (!isBase64url(code)) break;
  }
  const length = end - start;
  if (dots < 2 || length < SHORTEST || length >= LONGEST) return undefined;
  return "eCDI".includes(line.charAt(start)) ? { start, end } : undefined;
}

const DOT = 0x2e;

const isBase64url = (code: number) =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x5f ||
  code === 0x2d;
