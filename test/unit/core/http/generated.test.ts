import { test } from "node:test";
import { checkSeeds } from "../../../fuzz/http/check.ts";

test("in each of 2 000 generated files, httpYac or REST Client read the requests as before, and those at the cursors with the token", () =>
  checkSeeds(0, 2_000));
