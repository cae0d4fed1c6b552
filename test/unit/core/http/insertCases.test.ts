import assert from "node:assert/strict";
import { test } from "node:test";
import { UserError } from "../../../../src/core/errors.ts";
import { acceptanceCases } from "./acceptanceCases.ts";
import { applyEdits } from "./applyEdits.ts";
import { editsForToken } from "./atOnce.ts";

for (const row of acceptanceCases) {
  test(`acceptance case "${row.name}" gives an accepted text`, () => {
    const insert = () =>
      editsForToken(
        row.before,
        row.cursors ?? [row.cursor],
        { compact: row.token, scheme: "Bearer" },
        { as: row.mode, markdown: row.languageId === "markdown" },
      );

    if (row.expect === "no-request") {
      assert.throws(insert, (error) => error instanceof UserError && error.code === "NO_REQUEST_HERE");
      return;
    }
    const after = applyEdits(row.before, insert().edits);

    if (!(row.alsoOk ?? []).includes(after)) assert.equal(after, row.after);
  });
}
