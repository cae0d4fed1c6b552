import assert from "node:assert/strict";
import { test } from "node:test";
import { jsonFault, jsonFaultAt } from "../../../src/core/jsonFault.ts";
import { readKey } from "../../../src/core/keys/read/read.ts";

test("the fault is the first token that cannot stand there", () => {
  const texts = [
    "{ // c",
    "{'a':1}",
    '{"a":1,}',
    '{"a" 1}',
    "[1 2]",
    "[1,]",
    '{"a":01}',
    '{"a":"b\n"}',
    "[1]]",
    '{"a":tru}',
    "[}",
  ];

  assert.deepEqual(
    texts.map((text) => jsonFaultAt(text)),
    [2, 1, 7, 5, 3, 3, 6, 5, 3, 5, 1],
  );
});

test("JSON that ends too early has its fault at its end", () => {
  for (const text of ["", "{", '{"a":', "[1,", '{"a":[1']) assert.equal(jsonFaultAt(text), text.length);
});

test("a fault is named by line and column, whatever the line ends", async () => {
  await assert.rejects(readKey('{\r\n  "kty": "oct",\r\n  k: 1 }'), /line 3 column 3/);
});

test("JSON nested a million deep is a syntax error, not a crash", async () => {
  await assert.rejects(readKey("[".repeat(1_000_000)), { code: "JSON_SYNTAX" });
});

test("a name that stands twice in one object is a fault at its second place, however it is written", () => {
  const texts = ['{"a":1,"a":2}', '{"b":{"a":1,"\\u0061":2}}', '[{"a":1},{"a":1,"c":[{}],"a":3}]', '{"a":{"a":1}}'];

  assert.deepEqual(
    texts.map((text) => jsonFault(text)),
    [
      { kind: "repeated name", offset: 7, name: "a" },
      { kind: "repeated name", offset: 12, name: "a" },
      { kind: "repeated name", offset: 25, name: "a" },
      undefined,
    ],
  );
});

test("what is nested more deeply than is read is a fault where it goes too deep", () => {
  assert.equal(jsonFault("[".repeat(200) + "]".repeat(200)), undefined);
  for (const depth of [201, 40_000]) {
    assert.deepEqual(jsonFault("[".repeat(depth) + "]".repeat(depth)), { kind: "depth", offset: 200 });
  }
});
