import assert from "node:assert/strict";
import { test } from "node:test";
import { findTokens } from "../../../../../src/core/token/find/find.ts";
import { assertLinear } from "../../../linear.ts";
import { part } from "../../../../tokens.ts";

const header = part('{"alg":"HS256"}');
const token = `${header}.${part('{"sub":"a"}')}.c2ln`;

const rows: readonly (readonly [name: string, text: string, found: readonly string[]])[] = [
  ["in JSON, a form and a sentence", `{"t":"${token}"}&x=${token}&y. It is ${token}.`, [token, token, token]],
  ["unsecured, with its dot", `${part('{ "alg":"none"}')}.${part("{}")}.`, [`${part('{ "alg":"none"}')}.e30.`]],
  ["not behind a dot, a letter or a hyphen", `.${token} x${token} -${token}`, []],
  ["not without alg", `${part('{"typ":"JWT"}')}.e30.x`, []],
  [
    "detached, and with a payload that is no claims set",
    `${header}..x ${header}.aGk.x`,
    [`${header}..x`, `${header}.aGk.x`],
  ],
  ["behind an escape, percent-encoded or of a string", `?a%3D${token}&b "\\n${token}"`, [token, token]],
  [
    "with the disclosures of an SD-JWT",
    `${token}~WyJzIl0~ ${token}~WyJzIl0~${token}`,
    [`${token}~WyJzIl0~`, `${token}~WyJzIl0~${token}`],
  ],
  ["in front of a file name", `${token}.txt.gz`, [token]],
  ["across no line end", `${header}.\n${part("{}")}.x`, []],
];

for (const [name, text, found] of rows) {
  test(`tokens are found ${name}`, () => {
    assert.deepEqual(
      findTokens(text).map(({ compact }) => compact),
      found,
    );
    for (const { start, end, compact } of findTokens(text)) assert.equal(text.slice(start, end), compact);
  });
}

test("white space in front of a header's brace does not hide it", () => {
  for (const blank of ["\n", "\r\n", "\t", " "]) {
    const spaced = `${part(`${blank}{"alg":"RS256"}`)}.e30.c2ln`;
    assert.equal(findTokens(spaced)[0]?.compact, spaced, JSON.stringify(blank));
  }
});

test("five parts are an encrypted token only with enc", () => {
  const encrypted = `${part('{"alg":"dir","enc":"A256GCM"}')}..aXY.dGV4dA.dGFn`;

  assert.equal(findTokens(encrypted)[0]?.compact, encrypted);
  assert.equal(findTokens(encrypted)[0]?.decoded.kind, "JWE");
});

test("searching takes no longer than the text is long", async () => {
  for (const piece of [
    "eyJ",
    "eyJ.",
    "eyJ ",
    `${header}.`,
    "eyJ.eyJ.",
    ".",
    "~a",
    "%41eyJ",
    "\\neyJ",
    `${header}.a.b `,
    "x",
  ]) {
    const make = (length: number) => piece.repeat(length / piece.length);
    await assertLinear(piece, { make, work: findTokens }, 2 ** 17);
  }
  await assertLinear("a disclosure", { make: (size) => token + "~a".repeat(size), work: findTokens }, 2 ** 16);
});

test("a token is found wherever it stands in a long text, and one of a megabyte too", () => {
  const long = `${header}.${part(JSON.stringify({ sub: "x".repeat(700_000) }))}.c2ln`;
  for (const filler of ["x ", "x", " ", "-.", "\n", "%41"]) {
    let text = "";
    const places: number[] = [];
    for (let round = 0; round < 40; round++) {
      text += `${filler.repeat(7919 + round * 13)} `;
      places.push(text.length);
      text += `${round === 20 ? long : token} `;
    }

    const found = findTokens(text);

    assert.deepEqual(
      found.map(({ start }) => start),
      places,
      filler,
    );
    for (const { start, end, compact } of found) assert.equal(text.slice(start, end), compact);
  }
});

test("what goes on for longer than any token is passed by, and what stands around it is found", () => {
  const run = "eyJ".repeat(2 ** 20);
  for (const text of [
    `${token} ${run} ${token}`,
    `${token},${run}`,
    `${run} ${token}`,
    `${" ".repeat(65_000)}${token} ${run}\n${token}`,
  ]) {
    const places = [...text.matchAll(new RegExp(token.replaceAll(".", String.raw`\.`), "g"))].map(({ index }) => index);
    assert.deepEqual(
      findTokens(text).map(({ start }) => start),
      places,
    );
  }
});
