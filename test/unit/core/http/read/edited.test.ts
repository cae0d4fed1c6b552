import assert from "node:assert/strict";
import { test } from "node:test";
import { bothEdits, type Edited } from "../../../../../src/core/http/read/edited.ts";
import { type Random, randomFrom } from "../../../../fuzz/http/random.ts";

let count = 0;

/** The lines after an edit that puts new ones in the place of others. */
const applied = (lines: readonly number[], { first, removed, added }: Edited) =>
  lines.toSpliced(first, removed, ...Array.from({ length: added }, () => (count += 1)));

function someEdit(lines: number, random: Random): Edited {
  const first = random.below(lines);
  return { first, removed: Math.min(random.below(4), lines - first), added: 1 + random.below(3) };
}

test("two edits, and three, count as one of the text before them", () => {
  for (let seed = 0; seed < 2_000; seed++) {
    const random = randomFrom(seed);
    const before = Array.from({ length: 1 + random.below(12) }, () => (count += 1));
    let after = before;
    let edit: Edited | undefined;
    for (let round = 0; round < 3; round++) {
      const next = someEdit(after.length, random);
      edit = edit === undefined ? next : bothEdits(edit, next);
      after = applied(after, next);

      const { first, removed, added } = edit;
      const whole = before.toSpliced(first, removed, ...after.slice(first, first + added));
      assert.deepEqual(whole, after, JSON.stringify([seed, edit]));
    }
  }
});
