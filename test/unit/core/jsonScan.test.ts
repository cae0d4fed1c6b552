import assert from "node:assert/strict";
import { test } from "node:test";
import { exactText, readExact } from "../../../src/core/exactJson.ts";
import { isTooDeep, scanJson } from "../../../src/core/jsonScan.ts";
import { randomFrom } from "../../fuzz/http/random.ts";

const pieces = (json: string, from?: number) =>
  [...scanJson(json, from)].map(({ kind, start, end, depth }) => `${kind} ${json.slice(start, end)} ${depth}`);

test("each piece is told what it is, where it stands and how deep", () => {
  assert.deepEqual(pieces(' {"a": [1, "b", null], "\\u0063":{}} '), [
    "{ { 0",
    'name "a" 1',
    ": : 1",
    "[ [ 1",
    "number 1 2",
    ", , 2",
    'string "b" 2',
    ", , 2",
    "literal null 2",
    "] ] 1",
    ", , 1",
    'name "\\u0063" 1',
    ": : 1",
    "{ { 1",
    "} } 1",
    "} } 0",
  ]);
});

test("a value inside a text can be looked at alone", () => {
  const json = '{"a":{"b":1},"c":2}';

  assert.deepEqual(pieces(json, json.indexOf("{", 1)).slice(0, 5), [
    "{ { 0",
    'name "b" 1',
    ": : 1",
    "number 1 1",
    "} } 0",
  ]);
});

test("whoever has seen enough of a long text need not wait for the rest", () => {
  const json = `[${"1,".repeat(5_000_000)}1]`;

  for (const { depth } of scanJson(json)) if (depth === 1) return;
  assert.fail();
});

test("no length and no depth exhausts the stack", () => {
  const many = 1_000_000;
  const texts = [
    `"${"a".repeat(many)}"`,
    `"${String.raw`\n`.repeat(many)}"`,
    `"${String.raw`\u0041`.repeat(many)}`,
    "1".repeat(many),
    `1.${"1".repeat(many)}e${"1".repeat(many)}`,
    " ".repeat(many),
    "[".repeat(many),
    '{"a":'.repeat(many),
    `${"[".repeat(many)}${"]".repeat(many)}`,
  ];

  assert.deepEqual(
    texts.map((text) => [...scanJson(text)].at(-1)?.kind),
    ["string", "string", "fault", "number", "number", "fault", "fault", "fault", "]"],
  );
});

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

test("what is nested 200 deep is read, 201 is not", () => {
  assert.equal(isTooDeep(nested(200)), false);
  assert.equal(isTooDeep(nested(201)), true);
  assert.equal(exactText(readExact(nested(200)) ?? ""), nested(200));
  for (const depth of [201, 5000, 40_000, 1_000_000]) assert.equal(readExact(nested(depth)), undefined);
  assert.equal(isTooDeep(`["${"[".repeat(5000)}"]`), false);
});

/** JSON texts, some of them with something wrong in it. */
function* randomTexts(seed: number): Generator<string> {
  const random = randomFrom(seed);
  const scalar = () =>
    random.one(["1", "-0", "1.0", "1e400", "0.1E-7", '"a"', '"\\ud800"', '"\\u0041\\n"', "null", "true"]);
  const name = () => random.one(['"a"', '"a"', '"2"', '"1"', '"__proto__"', '"\\u0061"']);
  const space = () => random.one(["", "", "", " ", "\n", "\t\r\n"]);
  const value = (depth: number): string => {
    const kind = depth > 4 ? 0 : random.below(4);
    if (kind < 2) return scalar();
    const items = Array.from({ length: random.below(4) }, () =>
      kind === 2 ? value(depth + 1) : `${name()}${space()}:${space()}${value(depth + 1)}`,
    );
    const [open, close] = kind === 2 ? ["[", "]"] : ["{", "}"];
    return `${open}${space()}${items.join(`${space()},${space()}`)}${space()}${close}`;
  };
  for (let round = 0; round < 5000; round += 1) {
    const json = `${space()}${value(0)}${space()}`;
    yield json;
    const at = random.below(json.length + 1);
    const wrong = random.one([
      "",
      ",",
      "]",
      "}",
      '"',
      ":",
      "0",
      "-",
      ".",
      "e",
      "tru",
      "\\",
      "\u0001",
      "\u00a0",
      "//",
      "[",
      "{",
    ]);
    yield json.slice(0, at) + wrong + json.slice(at + random.below(2));
  }
}

const parse = (json: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(json) };
  } catch {
    return undefined;
  }
};

test("what JSON.parse takes is taken, with the same value, and nothing else", () => {
  const seen = { taken: 0, refused: 0 };
  for (const json of randomTexts(1)) {
    const parsed = parse(json);
    const exact = readExact(json);
    assert.equal(exact === undefined, parsed === undefined, json);
    seen[parsed === undefined ? "refused" : "taken"] += 1;
    if (exact !== undefined) assert.deepEqual(JSON.parse(exactText(exact)), parsed?.value, json);
  }
  assert.ok(seen.taken > 5000 && seen.refused > 2000, JSON.stringify(seen));
});

test("an object's text is written again with its numbers, names and order, without white space", () => {
  const json = '{"2":12345678901234567890,"1":[-0,1.0,1E5,1e400],"a":0.1234567890123456789,"a":{"__proto__":{}}}';

  assert.equal(exactText(readExact(json.replaceAll(",", " ,\n ")) ?? ""), json);
});
