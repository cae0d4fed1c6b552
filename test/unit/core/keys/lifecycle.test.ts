import assert from "node:assert/strict";
import { createPublicKey } from "node:crypto";
import { test } from "node:test";
import { calculateJwkThumbprint, CompactSign, compactVerify, importJWK, importSPKI, type JWK } from "jose";
import { type Alg, algNames } from "../../../../src/core/algorithms.ts";
import { exportPublicKey } from "../../../../src/core/keys/export.ts";
import { generateKey } from "../../../../src/core/keys/generate.ts";
import { type Key, summarize } from "../../../../src/core/keys/key.ts";
import { readKey } from "../../../../src/core/keys/read/read.ts";
import { signingKey } from "../../../../src/core/keys/hostKey.ts";
import { codeOf } from "./rejection.ts";

const payload = new TextEncoder().encode("payload");
const compactOf = async (key: Key, alg: Alg) =>
  new CompactSign(payload).setProtectedHeader({ alg }).sign(await signingKey(key, alg));

for (const alg of algNames.filter((name) => !name.startsWith("HS"))) {
  test(`a generated ${alg} key signs, and its exported public halves verify`, async () => {
    const key = await generateKey(alg);

    const compact = await compactOf(key, alg);

    const jwk = JSON.parse(await exportPublicKey({ ...key, kid: "k1" }, "jwk")) as JWK;
    const pem = await exportPublicKey(key, "pem");
    await compactVerify(compact, await importJWK(jwk));
    await compactVerify(compact, await importSPKI(pem, alg));
    assert.deepEqual([jwk.alg, jwk.use, jwk.kid], [alg, "sig", "k1"]);
    assert.ok(!["d", "p", "q", "dp", "dq", "qi", "priv"].some((member) => member in jwk));
    assert.equal(await calculateJwkThumbprint(jwk), key.thumbprint);
  });

  test(`a generated ${alg} key is read back as the same key`, async () => {
    const key = await generateKey(alg);

    const again = await readKey(key.material.base64, { alg });

    assert.deepEqual(again.key, key);
  });
}

test("a generated secret is as long as the hash, signs, and has no public key", async () => {
  const key = await generateKey("HS384");

  const compact = await compactOf(key, "HS384");

  await compactVerify(compact, Buffer.from(key.material.base64, "base64"));
  assert.equal(key.bits, 384);
  assert.equal(await codeOf(exportPublicKey(key, "pem")), "PUBLIC_KEY_OF_SECRET");
});

test("an ML-DSA key is read from its private JWK", async () => {
  const pair = await crypto.subtle.generateKey({ name: "ML-DSA-44" }, true, ["sign", "verify"]);
  assert.ok("privateKey" in pair);
  const jwk = (await crypto.subtle.exportKey("jwk", pair.privateKey)) as JWK;
  const { key_ops: _operations, ext: _extractable, ...members } = jwk;

  const { key } = await readKey(JSON.stringify(members));

  assert.deepEqual([key.kty, key.alg, key.crv], ["AKP", "ML-DSA-44", "ML-DSA-44"]);
  assert.equal(await codeOf(readKey(JSON.stringify({ ...members, priv: undefined }))), "KEY_IS_PUBLIC");
});

test("the PEM export is what OpenSSL reads, in lines of 64 characters", async () => {
  const pem = await exportPublicKey(await generateKey("RS256"), "pem");

  assert.equal(createPublicKey(pem).export({ type: "spki", format: "pem" }), pem);
});

test("a JWK Set export holds the one public JWK", async () => {
  const key = await generateKey("ES256");

  const set: unknown = JSON.parse(await exportPublicKey(key, "jwks"));

  assert.deepEqual(set, { keys: [JSON.parse(await exportPublicKey(key, "jwk"))] });
});

test("a signing key cannot be taken out again and does one alg only", async () => {
  const key = await generateKey("RS256");

  const cryptoKey = await signingKey(key, "PS512");

  assert.equal(cryptoKey.extractable, false);
  assert.deepEqual(cryptoKey.usages, ["sign"]);
  assert.deepEqual(cryptoKey.algorithm.name, "RSA-PSS");
  assert.equal(await codeOf(signingKey(key, "ES256")), "KEY_ALG_MISMATCH");
});

test("a damaged stored key is a sentence, not a crash", async () => {
  const key = await generateKey("ES256");
  const damaged: Key = { ...key, material: { format: "pkcs8", base64: "AAAA" } };

  assert.equal(await codeOf(signingKey(damaged, "ES256")), "KEY_DAMAGED");
  assert.equal(await codeOf(exportPublicKey(damaged, "jwk")), "KEY_DAMAGED");
});

test("sizes that are too weak or too slow are not generated", async () => {
  assert.equal(await codeOf(generateKey("RS256", { bits: 1024 })), "KEY_TOO_SMALL");
  assert.equal(await codeOf(generateKey("RS256", { bits: 100_000 })), "KEY_TOO_LARGE");
  assert.equal(await codeOf(generateKey("RS256", { bits: 2049 })), "KEY_BITS");
  assert.equal(await codeOf(generateKey("RS256", { bits: 9001 })), "KEY_TOO_LARGE");
  assert.equal(await codeOf(generateKey("HS512", { bits: 256 })), "SECRET_LENGTH");
  assert.equal(await codeOf(generateKey("RS257" as Alg)), "ALG_UNSUPPORTED");
});

test("a summary shows everything of a key but its material", async () => {
  const key = { ...(await generateKey("RS256")), kid: "k1" };

  const { material, ...shown } = key;

  assert.deepEqual(summarize("lirium", key), { name: "lirium", ...shown });
  assert.ok(!JSON.stringify(summarize("lirium", key)).includes(material.base64.slice(0, 12)));
});
