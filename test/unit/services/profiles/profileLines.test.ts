import assert from "node:assert/strict";
import { test } from "node:test";
import { profileLines } from "../../../../src/services/profiles/profileLines.ts";

test("a person reads all that a profile says, a line each", () => {
  const lines = profileLines({
    provider: "lirium",
    key: "k",
    values: { apiKey: "a", extraClaims: '{"admin":true}' },
    lifetime: 900,
    environment: "https://evil.test",
    variable: "liriumToken",
  }).split("\n");

  assert.deepEqual(lines, [
    "Provider: Lirium",
    "Key: k",
    "Environment: https://evil.test",
    "Lifetime: 15 min",
    "Variable: liriumToken, which other extensions and every program in new terminals can read",
    "apiKey: a",
    'extraClaims: {"admin":true}',
  ]);
});

test("what hides or turns round text is written out, and a text that is cut says how long it is", () => {
  const lines = profileLines({ provider: "mars\u202e", values: { a: "x\ny\u200b", long: "z".repeat(500) } }).split(
    "\n",
  );

  assert.deepEqual(lines, [
    String.raw`Provider: mars\u202e`,
    "Key: none, its tokens are unsigned",
    String.raw`a: x\u000ay\u200b`,
    `long: ${"z".repeat(400)}… (500 characters in all)`,
  ]);
});
