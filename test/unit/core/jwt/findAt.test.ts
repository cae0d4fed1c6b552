import assert from "node:assert/strict";
import { test } from "node:test";
import { findTokenAt } from "../../../../src/core/jwt/findAt.ts";

const encode = (text: string) => Buffer.from(text).toString("base64url");
const header = encode('{"alg":"HS256"}');
const signature = "A".repeat(43);
const token = `${header}.${encode('{"sub":"a"}')}.${signature}`;

const outcome = (text: string, offset: number): string | undefined => {
  const found = findTokenAt(text, offset);
  return found && ("fault" in found ? found.fault.code : text.slice(found.start, found.end));
};

test("a token is found from each of its characters, and not from its surroundings", () => {
  const text = `a ${token}, ${token}.`;
  for (let offset = 0; offset <= text.length; offset++) {
    const second = 4 + token.length;
    const inside = (start: number) => start <= offset && offset <= start + token.length;
    assert.equal(outcome(text, offset), inside(2) || inside(second) ? token : undefined, `at ${offset}`);
  }
});

test("punctuation behind a token is not part of it", () => {
  for (const mark of [".", ",", ";", ")", "]", "'", '"', ". And", "\u2028x"]) {
    assert.equal(outcome(`(${token}${mark}`, 9), token, mark);
  }
});

const broken: readonly (readonly [name: string, text: string, code: string])[] = [
  ["padded", `${token}= `, "TOKEN_PADDED"],
  ["padded in its payload", `${header}.eyJhIjoxfQ==.${signature}`, "TOKEN_PADDED"],
  ["cut by a log in its payload", `${header}.eyJzdWIi...`, "TOKEN_TRUNCATED"],
  ["cut by a log in its signature", `${token.slice(0, -20)}…`, "TOKEN_TRUNCATED"],
  ["broken by a line in its signature", `${token.slice(0, -9)}\n  ${token.slice(-9)}\n`, "TOKEN_LINE_BREAK"],
  ["broken by a line in its payload", `${header}.eyJz\r\n  ${token.slice(-50)}`, "TOKEN_LINE_BREAK"],
  ["of four parts", `${header}.x y`, "TOKEN_SEGMENTS"],
];

for (const [name, text, code] of broken) {
  test(`what only looks like a token is told why: ${name}`, () => assert.equal(outcome(text, 3), code));
}

test("a whole token at the end of a line is a token, whatever the next line holds", () => {
  assert.equal(outcome(`${token}\nnext\n`, 5), token);
});

test("what is no token at all is nothing", () => {
  for (const text of ["foo.bar.baz", encode('{"hello":"world"}'), "Bearer {{token}}", "\u0089PNG\r\n", ""]) {
    assert.equal(outcome(text, 4), undefined, text);
  }
});

test("one look into ten megabytes of a single line takes 20 ms at most", () => {
  for (const text of ["eyJ".repeat(3.4e6), "eyJ-".repeat(2.5e6), `${token} `.repeat(1e5)]) {
    const runs = [1, 2, 3].map(() => {
      const start = performance.now();
      findTokenAt(text, 5_000_000);
      return performance.now() - start;
    });
    assert.ok(Math.min(...runs) <= 20, `${Math.min(...runs)} ms`);
  }
});
