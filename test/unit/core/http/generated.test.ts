import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSeeds } from "../../../fuzz/http/check.ts";

// Before any test: while one runs, node:test follows each of httpYac's promises, which takes three times as long.
const [outcome] = await Promise.allSettled([checkSeeds(0, 2_000)]);

test("in each of 2 000 generated files, httpYac or REST Client read the requests as before, and those at the cursors with the token", () => {
  if (outcome.status === "rejected") assert.fail(outcome.reason);
});
