import { MB } from "../../bytes.ts";

/** How much is searched at a time, in characters. */
const PIECE = 65_536;

/** The longest token that is looked for, in characters. */
export const longestToken = MB;

/** What no token holds, and nothing that may stand in front of one. */
const separator = /[^\w.~%\\=-]/;

/** Characters of a text, from `start` to before `end`. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** A text in pieces that no token reaches across. What goes on without a gap for longer than any token is left out. */
export function* piecesOf(text: string): Generator<Run, void, void> {
  for (let start = 0; start < text.length;) {
    const gap = gapBehind(text, start + PIECE);
    const end = gap ?? lastGapBefore(text, start, start + PIECE);
    yield { start, end };
    start = gap ?? (yield* behindRun(text, end));
  }
}

/** The place behind the first separator from `from` on, or the text's end; undefined where neither comes soon enough. */
function gapBehind(text: string, from: number): number | undefined {
  const found = text.slice(from, from + longestToken).search(separator);
  if (found >= 0) return from + found + 1;
  return from + longestToken < text.length ? undefined : text.length;
}

function lastGapBefore(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && !separator.test(text.charAt(last - 1))) last -= 1;
  return last;
}

/** Goes through a run that is longer than any token. */
function* behindRun(text: string, start: number): Generator<Run, number, void> {
  let at = start;
  for (;;) {
    const end = gapBehind(text, at);
    if (end !== undefined) return end;
    at += longestToken;
    yield { start: at, end: at };
  }
}
