import assert from "node:assert/strict";
import { test } from "node:test";
import { tokenIn } from "../../../../src/panel/token/pastedText.ts";

const compact = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl";
const wrapped = compact.replace(/(.{20})/g, "$1\r\n    ");

const pasted = {
  "the token alone": compact,
  "white space around it": `\n\t ${compact} \r\n`,
  "a byte order mark and zero-width spaces": `\uFEFF${compact}\u200B`,
  "double quotes": `"${compact}"`,
  "quotes and a comma, as in JSON": `"${compact}",`,
  "back quotes and a semicolon": `\`${compact}\`;`,
  "the bearer scheme": `Bearer ${compact}`,
  "the scheme in other letters": `bearer   ${compact}`,
  "the scheme in quotes": `'Bearer ${compact}'`,
  "line breaks inside": wrapped,
  "the scheme and line breaks inside": `Bearer ${wrapped}`,
  "an Authorization line": `Authorization: Bearer ${compact}`,
  "an Authorization line without a scheme": `authorization: ${compact}`,
  "an Authorization line with line breaks inside": `Authorization: Bearer\n  ${wrapped}`,
  "an Authorization line in JSON": `  "Authorization": "Bearer ${compact}",`,
  "an Authorization line in cURL": `  -H 'Authorization: Bearer ${compact}' \\`,
  "a whole request": `GET https://a.example/b HTTP/1.1\r\nAuthorization: Bearer ${compact}\r\nAccept: */*\r\n`,
};

for (const [what, text] of Object.entries(pasted)) {
  test(`a token is found in a pasted text: ${what}`, () => {
    assert.equal(tokenIn(text), compact);
  });
}

test("a text that is no token stays none", () => {
  assert.equal(tokenIn(""), "");
  assert.equal(tokenIn("Bearer "), "");
  assert.equal(tokenIn("hello"), "hello");
});

test("a megabyte of anything is read in no time", () => {
  const texts = ["authorization ", "authorization: ", "a:\n", "bearer ", '"', " ", "\\"];
  const started = performance.now();

  for (const text of texts) tokenIn(text.repeat(1_048_576 / text.length));

  assert.ok(performance.now() - started < 2000);
});
