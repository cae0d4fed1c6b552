/** A `NAME=value` of a `.env` text, and where its value stands, without the quotes around it. */
export interface Assignment {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Up to the value, and the name: an optional `export`, and blanks that are not in front of a comment. */
const head = /[ \t\uFEFF]*(?:export[ \t]+)?([\w.-]+)[ \t]*(?:=|:(?=[ \t]))(?:[ \t]+(?=[^\s#]))?/y;

/** What ends a line, as `^` and `$` see it. */
const lineEnd = /[\n\r\u2028\u2029]/g;

const LINE_ENDS = "\n\r\u2028\u2029";
const QUOTES = "\"'`";

/** How many characters of a value are read at a time. */
const PIECE = 1_000_000;

/**
 * The assignments of a text as dotenv reads them: quotes around what may span lines, a comment behind. Now and then undefined,
 * where the reading may be left. Read by hand: a pattern for it all would be quadratic in blanks, and overflow on a long value.
 */
export function* assignmentsIn(text: string): Generator<Assignment | undefined, void> {
  for (let at = 0; at < text.length;) {
    head.lastIndex = at;
    const name = head.exec(text)?.[1];
    let next = at;
    if (name === undefined) yield;
    else {
      const start = head.lastIndex;
      const value = (yield* quotedValue(text, start)) ?? (yield* bareValue(text, start));
      yield { name, start: value.start, end: value.end };
      next = value.next;
    }
    lineEnd.lastIndex = next;
    at = lineEnd.test(text) ? lineEnd.lastIndex : text.length;
  }
}

interface Value {
  readonly start: number;
  readonly end: number;
  /** Behind the closing quote. */
  readonly next: number;
}

/** Undefined where the quote never closes, or where something else than a comment stands behind it. */
function* quotedValue(text: string, open: number): Generator<undefined, Value | undefined> {
  const quote = text.charAt(open);
  if (quote === "" || !QUOTES.includes(quote)) return undefined;
  let end = open + 1;
  for (let count = 1; text.charAt(end) !== quote; count++) {
    if (count % PIECE === 0) yield;
    end += text.charAt(end) === "\\" ? 2 : 1;
    if (end >= text.length) return undefined;
  }
  const { end: behind } = yield* bareValue(text, end + 1);
  return behind === end + 1 ? { start: open + 1, end, next: end + 1 } : undefined;
}

/** Up to the blanks in front of a comment, or of the line's end. */
function* bareValue(text: string, start: number): Generator<undefined, Value> {
  let end = start;
  for (let at = start; at < text.length; at++) {
    if ((at - start) % PIECE === PIECE - 1) yield;
    const character = text.charAt(at);
    if (LINE_ENDS.includes(character)) break;
    if (character === " " || character === "\t") continue;
    if (character === "#" && at > end) break;
    end = at + 1;
  }
  return { start, end, next: end };
}
