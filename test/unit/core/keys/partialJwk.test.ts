import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { test } from "node:test";
import { calculateJwkThumbprint, exportJWK, type JWK } from "jose";
import { readKey } from "../../../../src/core/keys/read/read.ts";
import { codeOf } from "./rejection.ts";

const rsa = [2048, 3072].map((modulusLength) => generateKeyPairSync("rsa", { modulusLength }).privateKey);
const lowExponent = generateKeyPairSync("rsa", { modulusLength: 2048, publicExponent: 3 }).privateKey;
const ed = generateKeyPairSync("ed25519").privateKey;

const only = (jwk: JWK, names: readonly string[]) =>
  Object.fromEntries(Object.entries(jwk).filter(([name]) => names.includes(name)));

const thumbprint = async (key: KeyObject) => calculateJwkThumbprint(await exportJWK(key));

for (const names of [
  ["kty", "n", "e", "d"],
  ["kty", "n", "e", "d", "p"],
  ["kty", "n", "e", "d", "p", "q"],
  ["kty", "n", "e", "d", "p", "q", "dp", "dq"],
]) {
  test(`an RSA JWK with ${names.slice(1).join(", ")} alone is the whole key`, async () => {
    for (const key of [...rsa, lowExponent]) {
      const jwk = only(await exportJWK(key), names);

      assert.equal((await readKey(JSON.stringify(jwk))).key.thumbprint, await thumbprint(key));
    }
  });
}

test("an RSA JWK whose d belongs to another modulus is refused, with its primes or without", async () => {
  const [one, other] = await Promise.all([exportJWK(rsa[0] ?? lowExponent), exportJWK(lowExponent)]);
  const mixed = { ...only(one, ["kty", "n", "e"]), d: other.d };

  assert.equal(await codeOf(readKey(JSON.stringify(mixed))), "KEY_INCONSISTENT");
  assert.equal(await codeOf(readKey(JSON.stringify({ ...mixed, p: other.p, q: other.q }))), "KEY_INCONSISTENT");
  assert.equal(await codeOf(readKey(JSON.stringify({ ...mixed, d: "AQ" }))), "KEY_INCONSISTENT");
  assert.equal(await codeOf(readKey(JSON.stringify({ ...mixed, d: "" }))), "KEY_INCONSISTENT");
  assert.equal(
    await codeOf(readKey(JSON.stringify({ ...only(one, ["kty", "n", "e", "d"]), p: "AQ", q: one.n }))),
    "KEY_INCONSISTENT",
  );
});

test("an Ed25519 JWK needs no x beside d, and one that is another key's is refused", async () => {
  const jwk = await exportJWK(ed);

  const { key } = await readKey(JSON.stringify(only(jwk, ["kty", "crv", "d"])));

  assert.equal(key.thumbprint, await thumbprint(ed));
  const x = (await exportJWK(generateKeyPairSync("ed25519").publicKey)).x;
  assert.equal(await codeOf(readKey(JSON.stringify({ ...jwk, x }))), "KEY_INCONSISTENT");
  assert.equal(await codeOf(readKey('{"kty":"OKP","crv":"Ed25519"}')), "JWK_MEMBER_MISSING");
});

const python = (value: unknown) =>
  typeof value === "string" ? `'${value.replaceAll("'", String.raw`\'`)}'` : value === true ? "True" : "None";

test("a JWK is read as Python prints it", async () => {
  const jwk = { ...(await exportJWK(ed)), kid: 'it\'s "1"', ext: true, x5u: null };
  const text = `{${Object.entries(jwk)
    .map(([name, value]) => `'${name}': ${python(value)}`)
    .join(", ")}}`;

  for (const each of [text, `[${text}]`]) {
    const { key } = await readKey(each);
    assert.deepEqual([key.thumbprint, key.kid], [await thumbprint(ed), jwk.kid]);
  }
  assert.equal(await codeOf(readKey("{'kty': 'OKP', 'crv'}")), "JSON_SYNTAX");
});
