import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../../../../src/core/token/read/decode.ts";
import { part } from "../../../../tokens.ts";

const header = part('{"alg":"HS256"}');
const signed = `${header}.${part('{"sub":"a"}')}.c2ln`;

const refusals: readonly (readonly [name: string, text: string, code: string, words: string])[] = [
  ["an empty text", " \n", "TOKEN_EMPTY", "empty"],
  ["one part", header, "TOKEN_SEGMENTS", "1 part, a JWT has 3"],
  ["four parts", `${signed}.AAAA`, "TOKEN_SEGMENTS", "4 parts"],
  ["percent-encoded dots", signed.replaceAll(".", "%2E"), "TOKEN_SEGMENTS", '"." for each "%2E"'],
  ["padding", `${signed}=`, "TOKEN_PADDED", "padding"],
  ["a line break inside", signed.replace(".c", ".\n  c"), "TOKEN_LINE_BREAK", "line break"],
  ["an end cut off by a log", `${signed.slice(0, -3)}...`, "TOKEN_TRUNCATED", "cut short"],
  ["white space inside", signed.replace(".c", ".  c"), "TOKEN_BAD_CHARACTER", "white space"],
  ["white space around", ` ${signed}`, "TOKEN_BAD_CHARACTER", "white space"],
  ["base64 instead of base64url", `${signed}+/`, "TOKEN_BAD_CHARACTER", "base64"],
  ["JSON serialization", '{"payload":"e30","signatures":[]}', "TOKEN_JSON_SERIALIZATION", "JSON form"],
  ["JSON with a token's dots in it", `{"payload":".e30."}`, "TOKEN_BAD_CHARACTER", "braces"],
  ["a header that is an array", `${part("[1]")}.e30.x`, "HEADER_NOT_OBJECT", "header"],
  ["a header that is no JSON", "foo.bar.baz", "HEADER_NOT_OBJECT", "header"],
  ["a header of an impossible length", `${header}Q.e30.x`, "HEADER_NOT_OBJECT", "header"],
  ["a header with a byte order mark", `${part('\uFEFF{"alg":"HS256"}')}.e30.x`, "HEADER_NOT_OBJECT", "header"],
];

for (const [name, text, code, words] of refusals) {
  test(`${name} is refused with ${code}`, () => {
    assert.throws(
      () => decode(text),
      (error: Error & { code?: string }) => error.code === code && error.message.includes(words),
    );
  });
}

test("a payload that is not a JSON object leaves the claims out", () => {
  for (const payload of ["hello", "[1]", "", '\uFEFF{"sub":"1"}', '{"a":'.repeat(201) + "1" + "}".repeat(201)]) {
    assert.deepEqual(decode(`${header}.${part(payload)}.c2ln`), {
      kind: "JWS",
      header: { alg: "HS256" },
      text: { header: '{"alg":"HS256"}' },
    });
  }
});

test("a payload nested 200 deep is read", () => {
  const deep = '{"a":'.repeat(200) + '"]"' + "}".repeat(200);

  assert.notEqual(decode(`${header}.${part(deep)}.c2ln`).claims, undefined);
});

test("the unencoded payload of a b64=false JWS is read as it stands", () => {
  const unencoded = part('{"alg":"HS256","b64":false,"crit":["b64"]}');

  assert.deepEqual(decode(`${unencoded}.{"a":1}.c2ln`).claims, { a: 1 });
});

test("an SD-JWT is decoded without its disclosures", () => {
  assert.deepEqual(decode(`${signed}~${part('["salt","name","value"]')}~`), decode(signed));
});
