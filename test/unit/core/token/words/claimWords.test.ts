import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../../../src/core/json.ts";
import { claimWords } from "../../../../../src/core/token/words/claimWords.ts";
import { exact } from "../../plain.ts";

const NOW = 1_795_269_792;

const wordsOf = (claims: JsonObject | string) =>
  Object.fromEntries(claimWords(exact(claims), NOW).map(({ claim, words }) => [claim, words]));

test("a time is told as its distance, in local time and in UTC", () => {
  const { iat = "" } = wordsOf({ iat: NOW - 192 });

  const [relative, local, utc] = iat.split(", ");
  assert.equal(relative, "issued 3 min 12 s ago");
  assert.equal(
    utc,
    "2026-11-21T15:20:00Z".replace("15:20:00", new Date((NOW - 192) * 1000).toISOString().slice(11, 19)),
  );
  const moment = local?.replace(" local", "") ?? "";
  assert.equal(new Date(moment.replace(" ", "T")).getTime(), (NOW - 192) * 1000);
});

test("each time claim says what its moment means, before and after it", () => {
  assert.match(wordsOf({ exp: NOW + 760 })["exp"] ?? "", /^expires in 12 min 40 s, /);
  assert.match(wordsOf({ exp: NOW })["exp"] ?? "", /^expired 0 s ago, /);
  assert.match(wordsOf({ nbf: NOW + 12 })["nbf"] ?? "", /^not valid for another 12 s, /);
  assert.match(wordsOf({ nbf: NOW - 12 })["nbf"] ?? "", /^became valid 12 s ago, /);
  assert.match(wordsOf({ iat: NOW + 20 })["iat"] ?? "", /^issue time is 20 s in the future, /);
  assert.match(wordsOf({ auth_time: NOW - 60 })["auth_time"] ?? "", /^signed in 1 min ago, /);
});

test("what is no NumericDate is said to be none", () => {
  for (const exp of ["1795269792", true, null, [], 1e300]) {
    assert.equal(wordsOf({ exp })["exp"], "not a time in seconds since 1970 (NumericDate)");
  }
});

test("texts and lists of texts are told in words", () => {
  assert.deepEqual(wordsOf({ aud: ["a", "b"], iss: "https://a.example", sub: "", scope: "read write", jti: "1" }), {
    iss: "issued by https://a.example",
    sub: 'about ""',
    aud: "for a, b",
    jti: "1",
    scope: "allows read, write",
  });
  assert.deepEqual(wordsOf({ aud: [], iss: 5, sub: { a: 1 } }), {
    iss: "5, which is not a string",
    sub: '{"a":1}, which is not a string',
    aud: "an empty list",
  });
});

test("numbers are told with their own digits", () => {
  const words = wordsOf('{"sub":12345678901234567890,"aud":["a",1.0],"iss":1e400}');

  assert.deepEqual(words, {
    iss: "1e400, which is not a string",
    sub: "12345678901234567890, which is not a string",
    aud: '["a",1.0], which is not a string',
  });
});

test("claims that nobody registered and inherited names are left out, the rest stands in the registry's order", () => {
  const claims = claimWords(exact({ custom: 1, toString: "x", exp: NOW, iat: NOW, iss: "a" }), NOW);

  assert.deepEqual(
    claims.map(({ claim, label }) => `${claim} ${label}`),
    ["iss Issuer", "iat Issued at", "exp Expiry"],
  );
});
