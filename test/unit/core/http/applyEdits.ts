import assert from "node:assert/strict";
import type { Position, TextEdit } from "../../../../src/core/http/insert/edit.ts";

/** Applies edits as an editor does: all against the original text. Fails when they overlap or are unsorted. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const edit of edits) {
    const start = offsetAt(text, edit.start);
    assert.ok(start >= at, "edits overlap or are unsorted");
    result += text.slice(at, start) + edit.text;
    at = offsetAt(text, edit.end);
    assert.ok(at >= start, "an edit ends before it starts");
  }
  return result + text.slice(at);
}

function offsetAt(text: string, { line, character }: Position): number {
  let start = 0;
  for (let count = 0; count < line; count++) {
    const end = text.indexOf("\n", start);
    assert.notEqual(end, -1, "an edit is below the last line");
    start = end + 1;
  }
  const lineText = text.slice(start).split(/\r?\n/, 1)[0] ?? "";
  assert.ok(character <= lineText.length, "an edit is behind the end of its line");
  return start + character;
}
