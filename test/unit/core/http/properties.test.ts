import assert from "node:assert/strict";
import { test } from "node:test";
import type { InsertOptions, TokenDelivery } from "../../../../src/core/http/insert/edit.ts";
import { applyEdits } from "./applyEdits.ts";
import { editsForToken } from "./atOnce.ts";

/** Numbers from 0 to below 1, the same for the same seed (a linear congruential generator). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const preambles = [
  "# note",
  "// @name r",
  "@a = 1",
  "@token = old",
  "",
  "{{\n  x = '@token = 1';\n}}",
  "/*\nGET https://old/\n*/",
];
const requestLines = ["GET https://a.test/x", "post {{host}}/x HTTP/1.1", "https://a.test/x", "SSE https://a.test/e"];
const urlParts = ["  ?a=1", "  &b=2", "# &c=3\n  &d=4", "  /path"];
const headerLines = [
  "Accept: */*",
  "  X-Indented : 1",
  "Authorization: Bearer old.jwt.x",
  "authorization:Basic a b",
  "AUTHORIZATION: {{token}}",
  "Authorization: Bearer {{jwt}}",
  "# Authorization: Bearer no",
  "X-Authorization: x",
  "X-Key: k",
];
const bodies = [
  "",
  '\n{\n  "a": 1\n}',
  "\nAuthorization: Bearer body",
  "\n> {%\n  client.log('Authorization: x')\n%}",
  "\n&a=1\n&b=2",
];

interface Sample {
  readonly text: string;
  readonly eol: string;
  /** The lines of each block, delimiter first. */
  readonly blocks: readonly string[];
  readonly block: number;
  readonly line: number;
}

function sample(seed: number): Sample {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const some = (from: readonly string[], limit: number) =>
    Array.from({ length: below(limit + 1) }, () => from[below(from.length)] ?? "");
  const one = (from: readonly string[]) => from[below(from.length)] ?? "";
  const blocks = Array.from({ length: 1 + below(5) }, (_, index) =>
    [
      ...(index > 0 ? [one(["###", "### Title", "#### x"])] : []),
      ...some(preambles, 3),
      one(requestLines),
      ...some(urlParts, 2),
      ...some(headerLines, 5),
      one(bodies),
    ].join("\n"),
  );
  const eol = random() < 0.5 ? "\r\n" : "\n";
  const block = below(blocks.length);
  const line = firstLineOf(blocks, block) + below((blocks[block] ?? "").split("\n").length);
  const text = blocks.join("\n") + (random() < 0.5 ? "\n" : "");
  return { text: text.replaceAll("\n", eol), eol, blocks, block, line };
}

function firstLineOf(blocks: readonly string[], block: number): number {
  return blocks.slice(0, block).reduce((sum, text) => sum + text.split("\n").length, 0);
}

/** The header lines of a block by the plain reading: from its request line to the first blank line. */
function authorizationLines(block: string): string[] {
  const lines = block.split("\n");
  const request = lines.findIndex((line, index) => requestLines.includes(line) && lines[index - 1] !== "/*");
  const blank = lines.findIndex((line, index) => index > request && line.trim() === "");
  return lines.slice(request, blank === -1 ? undefined : blank).filter((line) => /^\s*authorization\s*:/i.test(line));
}

const splitBlocks = (text: string) =>
  text
    .replaceAll("\r\n", "\n")
    .replace(/\n$/, "")
    .split(/\n(?=###)/);
const samples = Array.from({ length: 500 }, (_, seed) => sample(seed + 1));
const lightning: TokenDelivery = { compact: "new.jwt.sig", headers: { "X-Key": "secret" } };
const lirium: TokenDelivery = { compact: "new.jwt.sig", scheme: "Bearer" };

function insert({ text, line }: Sample, delivery: TokenDelivery, as: InsertOptions["as"]): string {
  return applyEdits(text, editsForToken(text, [{ line, character: 0 }], delivery, { as }).edits);
}

test("in any file, the request has one Authorization header line and other blocks stay", () => {
  for (const each of samples) {
    for (const delivery of [lirium, lightning]) {
      const after = splitBlocks(insert(each, delivery, "header"));

      assert.deepEqual(after.toSpliced(each.block, 1), splitBlocks(each.text).toSpliced(each.block, 1), each.text);
      const value = delivery.scheme === undefined ? delivery.compact : `${delivery.scheme} ${delivery.compact}`;
      const lines = authorizationLines(after[each.block] ?? "");
      assert.deepEqual(
        lines.map((line) => line.replace(/^[^:]*: /, "")),
        [value],
        each.text,
      );
    }
  }
});

test("in any file, variable mode changes one line outside the block at most", () => {
  for (const each of samples) {
    const before = splitBlocks(each.text).toSpliced(each.block, 1).join("\n").split("\n");
    const after = splitBlocks(insert(each, lirium, "variable"));
    const others = after.toSpliced(each.block, 1).join("\n").split("\n");

    assert.ok(others.filter((line) => !before.includes(line)).length <= 1, each.text);
    const [line, ...further] = authorizationLines(after[each.block] ?? "");
    assert.match(line ?? "", /\{\{\w+\}\}$/, each.text);
    assert.deepEqual(further, [], each.text);
  }
});

test("in any file, a second token gives the text it would have given at first", () => {
  for (const each of samples) {
    const second = { ...lirium, compact: "second.jwt.sig" };
    for (const as of ["header", "variable"] as const) {
      const first = insert(each, lirium, as);
      const line = firstLineOf(splitBlocks(first), each.block);

      assert.equal(insert({ ...each, text: first, line }, second, as), insert(each, second, as), each.text);
    }
  }
});

test("in any file, every line ends as the document's lines do", () => {
  for (const each of samples.filter(({ eol, text }) => eol === "\r\n" && text.includes("\n"))) {
    for (const as of ["header", "variable"] as const) {
      assert.doesNotMatch(insert(each, lightning, as), /(?<!\r)\n/, each.text);
    }
  }
});
