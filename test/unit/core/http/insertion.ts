import assert from "node:assert/strict";
import { UserError } from "../../../../src/core/errors.ts";
import type { InsertOptions, Position, TokenDelivery } from "../../../../src/core/http/insert/edit.ts";
import { applyEdits } from "./applyEdits.ts";
import { editsForToken } from "./atOnce.ts";

/** Stands for a cursor in the texts of these tests. */
const cursorMark = "‸";

export const bearer: TokenDelivery = { compact: "new.jwt.sig", scheme: "Bearer" };

/** Inserts at the cursor marks of `marked`. */
export function insertAt(marked: string, options: InsertOptions = { as: "header" }, delivery = bearer) {
  const { text, cursors } = readMarks(marked);
  const result = editsForToken(text, cursors, delivery, options);
  return { ...result, text: applyEdits(text, result.edits) };
}

/** The text without its cursor marks, and where they were. */
export function readMarks(marked: string): { readonly text: string; readonly cursors: readonly Position[] } {
  const cursors = marked.split(/\r?\n/).flatMap((line, number) =>
    line
      .split(cursorMark)
      .slice(1)
      .map((_, index) => ({ line: number, character: line.split(cursorMark, index + 1).join("").length })),
  );
  return { text: marked.replaceAll(cursorMark, ""), cursors };
}

/** Fails unless inserting at the marks is refused with `code`, in two sentences without the token. */
export function assertRefused(marked: string, code: string, options: InsertOptions = { as: "header" }): void {
  assert.throws(
    () => insertAt(marked, options),
    (error) =>
      error instanceof UserError &&
      error.code === code &&
      !error.message.includes(bearer.compact) &&
      error.message.split(". ").length === 2,
  );
}
