import assert from "node:assert/strict";
import { test } from "node:test";
import { readKey, type ReadOptions } from "../../../../../src/core/keys/read/read.ts";
import { codeOf } from "../rejection.ts";

const codes = async (input: string, options: ReadOptions) =>
  (await readKey(input, options)).warnings.map(({ code }) => code);

test("a secret that everyone knows is a warning, in any case and encoding", async () => {
  const long = "a-string-secret-at-least-256-bits-long";

  assert.deepEqual(await codes(long, { alg: "HS256", encoding: "text" }), ["SECRET_WELL_KNOWN"]);
  assert.deepEqual(await codes(long.toUpperCase(), { alg: "HS256", encoding: "text" }), ["SECRET_WELL_KNOWN"]);
  assert.deepEqual(await codes(Buffer.from(long).toString("hex"), { encoding: "hex" }), ["SECRET_WELL_KNOWN"]);
  assert.deepEqual(await codes("secret", { alg: "HS256" }), ["SECRET_TOO_SHORT", "SECRET_WELL_KNOWN"]);
  assert.deepEqual(await codes("your-256-bit-secret", { alg: "HS256" }), ["SECRET_TOO_SHORT", "SECRET_WELL_KNOWN"]);
});

test("a well-known secret as a JWK's k is the same warning", async () => {
  const k = Buffer.from("changeme").toString("base64url");

  assert.deepEqual(await codes(JSON.stringify({ kty: "oct", k, alg: "HS256" }), {}), [
    "SECRET_TOO_SHORT",
    "SECRET_WELL_KNOWN",
  ]);
});

test("a secret that only contains a well-known one is none", async () => {
  assert.deepEqual(await codes("secret: correct horse battery staple", { alg: "HS256" }), []);
});

test("an encoding that nobody knows is refused, and not repeated", async () => {
  for (const encoding of ["base32", "TEXT", "", "__proto__"]) {
    const options = { alg: "HS256", encoding } as unknown as ReadOptions;

    assert.equal(await codeOf(readKey("k".repeat(32), options)), "SECRET_ENCODING_UNKNOWN");
    await assert.rejects(readKey("k".repeat(32), options), (error: Error) => !/base32|__proto__/.test(error.message));
  }
});
