import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSeeds } from "../../../fuzz/http/check.ts";

// Before any test: while one runs, node:test follows each of httpYac's promises, which takes three times as long.
const [outcome] = await Promise.allSettled([checkSeeds(0, 4_100)]);

test("in 2 000 generated files each, httpYac and REST Client read the requests as before, and those at the cursors with the token", () => {
  if (outcome.status === "rejected") assert.fail(outcome.reason);
  const { value } = outcome;
  assert.ok(value.httpYac >= 2_000 && value["REST Client"] >= 2_000, JSON.stringify(value));
});
