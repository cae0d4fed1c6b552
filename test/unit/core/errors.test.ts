import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fault, orUserError, UserError, userError } from "../../../src/core/errors.ts";

test("the message of an error has both sentences of its fault", () => {
  const error = userError("KEY_MISSING", "The key is gone.", "Import it again.", "https://example.com/");

  assert.equal(error.message, "The key is gone. Import it again.");
  assert.equal(error.code, "KEY_MISSING");
  assert.deepEqual(error.fault, fault("KEY_MISSING", "The key is gone.", "Import it again.", "https://example.com/"));
});

test("of what work throws, only a failure that the user can mend is given", async () => {
  const failure = userError("NO_TOKEN", "There is none.", "Mint one.");

  assert.equal(await orUserError(Promise.reject(failure)), failure);
  assert.equal(await orUserError(Promise.resolve(1)), 1);
  await assert.rejects(orUserError(Promise.reject(new TypeError("a bug"))), TypeError);
  assert.ok(failure instanceof UserError);
});

/** The text of every source file but those that list the codes. */
const sources = ["src", "webview"]
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)))
  .filter((file) => file.endsWith(".ts") && !file.endsWith("codes.ts"))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

test("every code that is listed is the code of some fault", () => {
  const lists = ["src/core/codes.ts", "src/core/keys/codes.ts", "src/core/token/codes.ts"];
  const codes = lists.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/"([A-Z\d_]+)"/g)].map(([, code]) => code),
  );

  assert.ok(codes.length > 100);
  assert.deepEqual(
    codes.filter((code) => !sources.includes(`"${code}"`)),
    [],
  );
  assert.deepEqual(codes, [...new Set(codes)]);
});
