import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject } from "../../../src/core/json.ts";
import { jsonText } from "../../../src/core/jsonText.ts";

test("the text is the value's JSON again, indented", () => {
  const value = { a: [1, { b: null }, [], {}], "c d": 'x"y\\', e: {}, f: true, __proto: "p" };

  assert.deepEqual(JSON.parse(jsonText(value)), value);
  assert.equal(jsonText(value), JSON.stringify(value, undefined, 2));
});

test("what cannot be seen is written out, in names and values", () => {
  const value = { "a\u200bb": "\u202Eevil\u2066", c: "\uFEFF\u00AD\u2028\u0085\u007F\uD800\uDB40\uDC41" };

  const text = jsonText(value);

  assert.match(text, /^[\x20-\x7e\n]+$/);
  assert.deepEqual(JSON.parse(text), value);
});

test("nesting that would exhaust the stack is cut", () => {
  let deep: Json = 1;
  for (let depth = 0; depth < 20_000; depth += 1) deep = depth % 2 === 0 ? [deep] : { d: deep };

  assert.ok(jsonText(deep as JsonObject).includes('"…"'));
});

const options = { comment: (member: string) => (member === "exp" ? "soon" : undefined) };

test("a comment stands behind the member it is about, after the comma", () => {
  assert.equal(jsonText({ exp: 1, a: 2 }, options), '{\n  "exp": 1, // soon\n  "a": 2\n}');
  assert.equal(jsonText({ exp: 1 }, options), '{\n  "exp": 1 // soon\n}');
});

test("a long text is shortened where that is asked for", () => {
  assert.equal(jsonText({ a: "x".repeat(50) }, { longestText: 5 }), '{\n  "a": "xxxxx…"\n}');
});

test("what fits on a line stands on one where that is asked for", () => {
  const value = { roles: ["a", "b"], deep: { list: [{ x: 1 }], text: "y".repeat(20) } };

  assert.equal(
    jsonText(value, { lineLength: 24 }),
    `{\n  "roles": [ "a", "b" ],\n  "deep": {\n    "list": [ { "x": 1 } ],\n    "text": "${"y".repeat(20)}"\n  }\n}`,
  );
});
