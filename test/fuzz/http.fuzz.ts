import { test } from "node:test";
import { checkSeeds } from "./http/check.ts";

/** The tests of `npm test` have the seeds below. */
const FIRST = 4_100;

test("in each of 20 000 generated files, both tools read the requests as before, and those at the cursors with the token", async () => {
  await checkSeeds(FIRST, FIRST + 20_000);
});
