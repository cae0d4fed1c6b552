import { test } from "node:test";
import { checkKeys, checkTokens } from "../../fuzz/wrappings/check.ts";

test("a token in a thousand wrappings is found and is the same", () => checkTokens(1, 1000));

test("a key in a hundred wrappings is read and is the same", async () => checkKeys(1, 100));
