import assert from "node:assert/strict";
import { test } from "node:test";
import { layOutJson, shorten } from "../../../../webview/token/jsonTokens.ts";
import { assertLinear } from "../../linear.ts";

const textOf = (json: string) =>
  layOutJson(json)
    .map(({ text }) => text)
    .join("");

test("JSON is laid out as JSON.stringify does it", () => {
  const value = {
    alg: "RS512",
    aud: ["a", 'b\\"'],
    nested: { n: -1.5e3, t: true, f: false, z: null },
    none: {},
    no: [],
  };

  assert.equal(textOf(JSON.stringify(value)), JSON.stringify(value, undefined, 2));
  assert.equal(textOf(JSON.stringify(value, undefined, "\t")), JSON.stringify(value, undefined, 2));
});

test("each piece is told what it is", () => {
  const kinds = layOutJson('{"a":"b","c":1,"d":null}').filter(({ kind }) => kind !== "plain");

  assert.deepEqual(
    kinds.map(({ kind, text }) => `${kind} ${text}`),
    ['member "a"', 'string "b"', 'member "c"', "number 1", 'member "d"', "literal null"],
  );
});

test("numbers and members are shown as the token has them", () => {
  assert.match(textOf('{"id":12345678901234567890,"a":1,"a":2}'), /12345678901234567890,\s+"a": 1,\s+"a": 2/);
});

test("characters that hide or reorder others are shown as escapes", () => {
  assert.equal(textOf('"a\u202Eb\u200Bc"'), String.raw`"a\u202eb\u200bc"`);
});

test("a hostile token of a megabyte costs the page no more than its length", async () => {
  for (const [opening, piece] of [
    ["", "["],
    ["", '{"a":'],
    ['"', "a"],
    ["", "\\"],
  ] as const) {
    const make = (length: number) => `${opening}${piece.repeat(length / piece.length)}${opening}`;
    const work = (json: string) => assert.ok(textOf(json).length < 600_000);
    await assertLinear(piece, { make, work }, 2 ** 17);
  }
});

test("a long text keeps its beginning and end", () => {
  assert.equal(shorten("abcdefghij", 4), "ab … (6 characters more) … ij");
  assert.equal(shorten("abcd", 4), "abcd");
});
