import { test } from "node:test";
import { checkMutants } from "../../../../fuzz/tokens/check.ts";

test("of 1 000 mutants of valid tokens none is called verified", async () => checkMutants(2, 1000));
