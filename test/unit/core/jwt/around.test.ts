import assert from "node:assert/strict";
import { test } from "node:test";
import { tokenAround } from "../../../../src/core/jwt/around.ts";
import { runAround } from "../../../../src/core/jwt/run.ts";

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = `${part({ alg: "HS256" })}.${part({ sub: "a" })}.c2ln`;

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

test("a run that is longer than any token is given up at once", () => {
  const line = "eyJ".repeat(3_400_000);
  const start = performance.now();

  assert.equal(runAround(line, 5_000_000), undefined);
  assert.equal(tokenAround("eyJ-".repeat(250_000), 500_000), undefined);

  assert.ok(performance.now() - start < 100, `${performance.now() - start} ms`);
});
