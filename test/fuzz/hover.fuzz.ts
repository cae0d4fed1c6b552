import assert from "node:assert/strict";
import { test } from "node:test";
import { checkHovers } from "./hover/check.ts";

/** The tests of `npm test` have the seeds below. */
const FIRST = 500;

test("of 10 000 generated documents no hover throws or lets a token's content be Markdown", async () => {
  const { times } = await checkHovers(FIRST, 10_000);

  const slow = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Infinity;
  console.log(`${times.length} hovers over tokens, p99 ${slow.toFixed(1)} ms (limit: 20 ms)`);
  assert.ok(slow < 20, `p99 ${slow} ms`);
});
