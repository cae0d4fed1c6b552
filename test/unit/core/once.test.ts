import assert from "node:assert/strict";
import { test } from "node:test";
import { once } from "../../../src/core/once.ts";

test("work is done once for all who ask", async () => {
  let times = 0;
  const load = once(async () => (times += 1));

  assert.deepEqual(await Promise.all([load(), load()]), [1, 1]);
  assert.equal(await load(), 1);
});

test("work that failed is done again at the next call", async () => {
  let times = 0;
  const load = once(async () => {
    times += 1;
    if (times === 1) throw new Error("the file could not be read");
    return times;
  });

  await assert.rejects(load(), /could not be read/);
  assert.equal(await load(), 2);
});
