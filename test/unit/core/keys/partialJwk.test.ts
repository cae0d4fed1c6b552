import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { test } from "node:test";
import { calculateJwkThumbprint, exportJWK, type JWK, SignJWT } from "jose";
import { readKey } from "../../../../src/core/keys/read/read.ts";
import { keysFromText } from "../../../../src/core/token/verify/keysFromText.ts";
import { verifyToken } from "../../../../src/core/token/verify/verifyToken.ts";
import { pythonValue } from "../../../../src/core/keys/read/pythonValue.ts";
import { assertLinear } from "../../linear.ts";
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
  ["kty", "n", "e", "d", "q"],
  ["kty", "n", "e", "p", "q"],
  ["kty", "n", "e", "d", "dp", "dq", "qi"],
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

test("whatever an RSA JWK leaves out, what it has must belong together", async () => {
  const [one, other] = await Promise.all([exportJWK(rsa[0] ?? lowExponent), exportJWK(lowExponent)]);
  const bare = only(one, ["kty", "n", "e", "d"]);

  for (const changes of [{ d: "_".repeat(3000) }, { p: other.p }, { q: "AA" }, { dp: other.dp }, { qi: "AA" }])
    assert.equal(await codeOf(readKey(JSON.stringify({ ...bare, ...changes }))), "KEY_INCONSISTENT");
  assert.equal(await codeOf(readKey(JSON.stringify(only(one, ["kty", "n", "e"])))), "KEY_IS_PUBLIC");
});

test("a modulus that takes too long to factor is refused by name", async () => {
  const n = Buffer.alloc(1200, 0xff).toString("base64url");

  await assert.rejects(readKey(JSON.stringify({ kty: "RSA", n, e: "AQAB", d: "BBBB" })), {
    code: "JWK_RSA_NO_CRT",
    message: /missing p, q, dp, dq, qi/,
  });
});

test("an EC or ML-DSA JWK with its private member alone is the whole key, and with half a point it is none", async () => {
  for (const namedCurve of ["P-256", "P-384", "P-521"]) {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve });
    const jwk = await exportJWK(privateKey);

    const { key } = await readKey(JSON.stringify(only(jwk, ["kty", "crv", "d"])));

    assert.equal(key.thumbprint, await thumbprint(privateKey));
    assert.equal(await codeOf(readKey(JSON.stringify(only(jwk, ["kty", "crv", "d", "x"])))), "JWK_MEMBER_MISSING");
  }
  const priv = Buffer.alloc(32, 7).toString("base64url");
  assert.equal((await readKey(JSON.stringify({ kty: "AKP", alg: "ML-DSA-44", priv }))).key.crv, "ML-DSA-44");
});

test("a JWK without its public half verifies, and is no HMAC secret", async () => {
  const compact = await new SignJWT({ sub: "a" }).setProtectedHeader({ alg: "EdDSA" }).sign(ed);
  const text = JSON.stringify(only(await exportJWK(ed), ["kty", "crv", "d"]));

  const { valid } = await verifyToken({ compact, keys: await keysFromText(text), now: 0, skew: 0, required: [] });

  assert.equal(valid, true);
  const rsaJwk = await exportJWK(lowExponent);
  for (const names of [
    ["kty", "n", "e", "d"],
    ["kty", "n", "e", "p", "q"],
  ])
    assert.equal(await codeOf(readKey(JSON.stringify(only(rsaJwk, names)), { alg: "HS256" })), "SECRET_IS_PRIVATE_KEY");
  assert.equal(await codeOf(readKey(text, { alg: "HS256" })), "SECRET_IS_PRIVATE_KEY");
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
  const older = text.replaceAll(/'(?=kty|OKP)/g, "u'").replace("}", ",\n}");
  assert.equal((await readKey(older)).key.thumbprint, await thumbprint(ed));
  assert.equal((await readKey(`jwk = ${text}\n`)).key.kid, jwk.kid);
  for (const other of ["{'kty': 'OKP', 'crv'}", "{kty: 'OKP', crv: 'Ed25519'}", "{'kty': 'OKP", "{'kty': OKP}"])
    assert.equal(await codeOf(readKey(other)), "JSON_SYNTAX");
});

test("the values that Python prints cost no more than their text", async () => {
  for (const text of ["'\\'", "{'", "'a',", "\\'", "[", "1.", ",  "]) {
    const make = (length: number) => `{'a': ${text.repeat(length / text.length)}`;
    await assertLinear(JSON.stringify(text), { make, work: pythonValue }, 2 ** 15);
  }
});
