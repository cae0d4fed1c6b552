import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../src/core/json.ts";
import { jsonText as exactJsonText, type JsonTextOptions } from "../../../src/core/jsonText.ts";
import { exact } from "./plain.ts";

const jsonText = (value: JsonObject, options?: JsonTextOptions) => exactJsonText(exact(value), options);

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

test("numbers, names that stand twice and their order are as they were written", () => {
  const lines = ['"2": 12345678901234567890', '"1": -0', '"a": 1.0', '"a": 1E5', '"__proto__": 1e400'];

  assert.equal(exactJsonText(exact(`{${lines.join(",")}}`)), `{\n  ${lines.join(",\n  ")}\n}`);
});

test("what cannot be seen stays as it is where that is asked for", () => {
  assert.equal(jsonText({ "a\u200b": "\u202Eb" }, { unseen: true }), '{\n  "a\u200b": "\u202Eb"\n}');
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
