import { test } from "node:test";
import { checkKeys, checkTokens } from "./wrappings/check.ts";

test("a token in 50 000 wrappings is found and is the same", () => checkTokens(1, 50_000));

test("a key in 2 000 wrappings is read and is the same", async () => checkKeys(1, 2000));
