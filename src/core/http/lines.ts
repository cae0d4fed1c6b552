/** A place in the text: 0-based, `character` in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Replaces `start` to `end` of the original text. */
export interface TextEdit {
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

/** A text by lines, without their ends, and the line end that new lines get. */
export interface Lines {
  readonly texts: readonly string[];
  readonly eol: "\n" | "\r\n";
}

/** New lines below `line`. A last line without a line end gets none after it either. */
export function insertBelow({ texts, eol }: Lines, line: number, added: readonly string[]): TextEdit {
  const place = { line, character: (texts[line] ?? "").length };
  return { start: place, end: place, text: added.map((text) => eol + text).join("") };
}

/** New lines above `line`, but never before a byte order mark, which is only one as the first character. */
export function insertAbove({ texts, eol }: Lines, line: number, added: readonly string[]): TextEdit {
  const place = { line, character: line === 0 && (texts[0] ?? "").startsWith("\uFEFF") ? 1 : 0 };
  return { start: place, end: place, text: added.map((text) => text + eol).join("") };
}

/** Sorts edits and joins those that touch, since an editor need not keep the order of edits at one place. */
export function joinEdits(edits: readonly TextEdit[]): TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => compare(a.start, b.start) || compare(a.end, b.end))) {
    const last = joined.at(-1);
    if (last !== undefined && compare(last.end, edit.start) === 0) {
      joined[joined.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text };
    } else {
      joined.push(edit);
    }
  }
  return joined;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** The index of the last of the ascending `values` that is at most `limit`; -1 when all are above. */
export function lastAtMost(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Replaces the characters from `start` to `end` of the original text, in UTF-16 units. */
export interface SpanEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
