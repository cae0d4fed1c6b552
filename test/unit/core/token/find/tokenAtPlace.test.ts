import assert from "node:assert/strict";
import { test } from "node:test";
import { brokenAround, tokenAround } from "../../../../../src/core/token/find/tokenAtPlace.ts";
import { runAround } from "../../../../../src/core/token/find/candidate.ts";
import { assertBounded, assertLinear } from "../../../linear.ts";
import { compactOf, part } from "../../../../tokens.ts";

const token = compactOf({ alg: "HS256" }, { sub: "a" });

test("the token under each of its characters is found, and none beside it", () => {
  const line = `x = "${token}"; y`;

  for (let character = 0; character <= line.length; character += 1) {
    const found = tokenAround(line, character);
    const inside = character >= 5 && character <= 5 + token.length;
    assert.deepEqual(
      found && [found.compact, found.start, found.end],
      inside ? [token, 5, 5 + token.length] : undefined,
    );
  }
});

test("punctuation behind a token does not belong to it", () => {
  for (const end of [".", ",", ";", ")", "]", "'", '"', ". And", ".)"]) {
    assert.equal(tokenAround(`(${token}${end}`, 3)?.end, 1 + token.length, end);
    assert.equal(tokenAround(`(${token}${end}`, token.length + 3), undefined, end);
  }
});

test("half a token is none: split by a line break, or with a variable in its place", () => {
  for (const line of [
    token.slice(0, token.lastIndexOf(".")),
    token.slice(token.indexOf(".")),
    "Bearer {{token}}",
    "",
  ]) {
    assert.equal(tokenAround(line, 12), undefined, line);
  }
});

test("lines end as JavaScript's own do not: a token before U+2028 or a carriage return is whole", () => {
  for (const end of ["\r", "\u2028", "\u2029", "\u0085", "\0", "\u200b"]) {
    assert.equal(tokenAround(`${token}${end}${token}`, 4)?.compact, token);
  }
});

test("a word with dots that begins as no JSON object does is not looked at further", () => {
  assert.equal(runAround("see www.example.com/a/b or this.is.a.long.call()", 8), undefined);
  assert.equal(runAround("see www.example.com/a/b or this.is.a.long.call()", 33), undefined);
  assert.deepEqual(runAround("eslint.config.default.rules", 3), { start: 0, end: 27 });
});

function holdsNothing(line: string): void {
  assert.equal(runAround(line, line.length >> 1), undefined);
  assert.equal(tokenAround(line, line.length >> 1), undefined);
}

test("a run that is longer than any token is given up, however long it is", async () => {
  await assertBounded("eyJ", { make: (length) => "eyJ".repeat(length / 3), work: holdsNothing }, 1_275_000);
  await assertLinear("eyJ-", { make: (length) => "eyJ-".repeat(length / 4), work: holdsNothing }, 125_000);
});

const header = part({ alg: "HS256" });
const long = `${header}.${part({ sub: "a" })}.${"A".repeat(43)}`;

const broken: readonly (readonly [name: string, line: string, next: string, code: string])[] = [
  ["padded too much", `${long}== `, "", "TOKEN_PADDED"],
  ["padded wrongly in its payload", `${header}.eyJhIjoxfQ=.${"A".repeat(43)}`, "", "TOKEN_PADDED"],
  ["cut by a log in its payload", `${header}.eyJzdWIi...`, "", "TOKEN_TRUNCATED"],
  ["cut by a log in its signature", `${long.slice(0, -20)}…`, "", "TOKEN_TRUNCATED"],
  ["broken by a line in its signature", long.slice(0, -9), `  ${long.slice(-9)}`, "TOKEN_LINE_BREAK"],
  ["broken by a line in its payload", `${header}.eyJz`, `  ${long.slice(-50)}`, "TOKEN_LINE_BREAK"],
  ["of two parts", `${header}.eyJz `, "", "TOKEN_SEGMENTS"],
  ["cut in a disclosure", `${long}~WyJzIl0~WyJ`, "", "TOKEN_TRUNCATED"],
  ["broken by a line in its key binding", `${long}~WyJzIl0~${long.slice(0, -9)}`, long.slice(-9), "TOKEN_LINE_BREAK"],
];

for (const [name, line, next, code] of broken) {
  test(`what only looks like a token is none, and says why: ${name}`, () => {
    assert.equal(brokenAround(line, 3, next)?.fault.code, code);
    assert.equal(tokenAround(line, 3, next), undefined);
  });
}

test("a whole token is not broken, whatever stands behind it and on the next line", () => {
  for (const behind of ["", ".", '",', "; x"]) {
    assert.equal(brokenAround(`${long}${behind}`, 3, "next"), undefined, behind);
    assert.equal(tokenAround(`${long}${behind}`, 3, "next")?.compact, long, behind);
    for (const tail of ["~", "~WyJzIl0~", `~WyJzIl0~${long}`, "~aaaa.bbbb.cccc"]) {
      const found = tokenAround(`${long}${tail}${behind}`, 3, long);
      assert.equal(found?.compact, `${long}${tail}`, behind);
    }
  }
});

test("what is no token at all is not called broken", () => {
  const lone = part({ hello: "world" });
  for (const line of ["foo.bar.baz", lone, `${lone}.${lone}`, "eslint.config.default.rules", "\u0089PNG"]) {
    assert.equal(brokenAround(line, 3, "next"), undefined, line);
  }
});

test("a token behind an escape is found, and one with the disclosures of an SD-JWT whole", () => {
  assert.equal(tokenAround(`?a%3D${token}&b`, 9)?.start, 5);
  assert.equal(tokenAround(`"\\n${token}"`, 9)?.start, 3);
  assert.equal(tokenAround(`${token}~WyJzIl0~ x`, 9)?.compact, `${token}~WyJzIl0~`);
});
