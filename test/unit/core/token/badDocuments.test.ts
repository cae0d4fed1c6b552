import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { brokenAround, tokenAround } from "../../../../src/core/token/find/tokenAtPlace.ts";
import { findTokens } from "../../../../src/core/token/find/find.ts";
import { hoverText } from "../../../../src/core/token/words/hoverText.ts";
import { exactParts } from "../../../../src/core/token/read/decode.ts";
import { inspectToken } from "../../../../src/core/token/inspect/inspect.ts";
import { assertBounded, assertLinear } from "../../linear.ts";
import { empty, longToken, manyTokens } from "./longTokens.ts";
import { nobody } from "./known.ts";
import { compactOf } from "../../../tokens.ts";

// The catalogue's documents. DOC-018 and DOC-019, a hover that is overtaken, are in test/host/inside/tokenHover.host.ts.

const NOW = 1_760_000_000;
const tokenOf = (claims: object) => compactOf({ alg: "HS256", typ: "JWT" }, claims);
const token = tokenOf({ sub: "a" });

/** What a hover does at a place, from the line's text to its own. */
async function hover(line: string, character: number, next = ""): Promise<string | undefined> {
  const found = tokenAround(line, character, next);
  if (found === undefined) return undefined;
  const inspection = await inspectToken({ compact: found.compact, keys: [], profiles: nobody, now: NOW });
  return hoverText(inspection, exactParts(found.decoded), ["JSON Web Token"], NOW).content;
}

const inTheMiddle = async (text: string) => hover(text, text.length >> 1);
const places = (text: string) => [0, 1, text.length >> 1, text.length - 1, text.length];

const holdsNothing = async (text: string) => {
  for (const place of places(text)) assert.equal(await hover(text, place), undefined);
};

test('DOC-001: one line of 10 MB of "eyJ" holds nothing, and costs no more than a line of a megabyte', async () => {
  await assertBounded("DOC-001", { make: empty["DOC-001"], work: holdsNothing }, 1_275_000);
});

test('DOC-003: 1 MB of "eyJ-" holds nothing, and costs no more than its length', async () => {
  await assertLinear("DOC-003", { make: empty["DOC-003"], work: holdsNothing }, 125_000);
});

test("DOC-004: a minified bundle of 20 MB holds nothing, and costs no more than one of 2.5 MB", async () => {
  await assertBounded("DOC-004", { make: empty["DOC-004"], work: holdsNothing }, 2_500_000);
});

test("DOC-006: each of 5 000 tokens of one line is told, and costs no more than the line's length", async () => {
  const line = manyTokens(5000);

  assert.match((await inTheMiddle(line)) ?? "", /"sub": "s2\d{3}"/);
  assert.equal(findTokens(line).length, 5000);
  await assertBounded("a hover", { make: manyTokens, work: inTheMiddle }, 625);
  await assertLinear("all of them", { make: manyTokens, work: findTokens }, 625);
});

test("DOC-008: a token of 64 KB is told, and costs no more than its length", async () => {
  assert.ok(longToken(80_000).length > 65_536);
  assert.match((await inTheMiddle(longToken(80_000))) ?? "", /"sub": "a"/);
  await assertLinear("DOC-008", { make: longToken, work: inTheMiddle }, 10_000);
});

test("DOC-009: no piece of a token that a YAML block breaks is told as a whole one", async () => {
  for (let cut = 10; cut < token.length; cut += 1) {
    const [first, second] = [`  ${token.slice(0, cut)}`, `  ${token.slice(cut)}`];

    assert.equal(await hover(first, 6, second), undefined, `cut at ${cut}`);
    assert.equal(await hover(second, 3), undefined, `cut at ${cut}`);
  }
});

test("DOC-011: punctuation behind a token is not part of it", () => {
  for (const end of [".", ",", ";", ")", "]", "'", '"', ". The next sentence", "…and", ".,;)]'\""]) {
    const [found] = findTokens(`(${token}${end}`);
    assert.equal(found?.compact, token, end);
  }
});

test("DOC-013: a variable in a token's place is none", async () => {
  const line = "Authorization: Bearer {{token}}";
  for (let place = 0; place <= line.length; place += 1) {
    assert.equal(await hover(line, place), undefined);
    assert.equal(brokenAround(line, place), undefined);
  }
});

test("DOC-014: whatever ends the lines, each token of a document is whole", () => {
  for (const end of ["\r\n", "\r", "\n", "\u2028", "\u2029", "\u0085"]) {
    const text = `a${end}${token}${end}t: ${token}${end}`;
    const found = findTokens(text);
    assert.deepEqual(
      found.map(({ compact, start }) => [compact, text.slice(start, start + compact.length)]),
      [
        [token, token],
        [token, token],
      ],
    );
  }
});

test("DOC-016: the bytes of an image, read as text, hold nothing and upset nothing", async () => {
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), randomBytes(1e5)]);
  for (const encoding of ["utf8", "latin1", "utf16le"] as const) {
    const text = png.toString(encoding);
    assert.deepEqual(findTokens(text), []);
    for (const line of text.split(/\r\n|\r|\n/)) {
      assert.equal(await hover(line, line.length >> 1), undefined);
      assert.equal(brokenAround(line, line.length >> 1), undefined);
    }
  }
});
