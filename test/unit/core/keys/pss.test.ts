import assert from "node:assert/strict";
import { generateKeyPairSync, type RSAPSSKeyPairOptions } from "node:crypto";
import { test } from "node:test";
import { readKey } from "../../../../src/core/keys/read/read.ts";

interface Limits {
  readonly hashAlgorithm?: string;
  readonly mgf1HashAlgorithm?: string;
  /** In bytes. */
  readonly saltLength?: number;
}

const pssKey = (limits: Limits) =>
  generateKeyPairSync("rsa-pss", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    ...limits,
  } as unknown as RSAPSSKeyPairOptions<"pem", "pem">).privateKey;

for (const [hash, alg] of [
  ["sha256", "PS256"],
  ["sha384", "PS384"],
  ["sha512", "PS512"],
] as const) {
  test(`an RSA-PSS key that is limited to ${hash} signs with ${alg} and nothing else`, async () => {
    const pem = pssKey({ hashAlgorithm: hash, mgf1HashAlgorithm: hash });

    assert.equal((await readKey(pem)).key.alg, alg);
    assert.equal((await readKey(pem, { alg })).key.alg, alg);
    for (const other of ["PS256", "PS384", "PS512", "RS256"] as const)
      if (other !== alg) await assert.rejects(readKey(pem, { alg: other }), { code: "KEY_ALG_MISMATCH" });
  });
}

test("an RSA-PSS key without limits signs with any hash", async () => {
  const pem = pssKey({});

  assert.equal((await readKey(pem)).key.alg, "PS256");
  assert.equal((await readKey(pem, { alg: "PS512" })).key.alg, "PS512");
});

test("a hash and a salt that tokens do not have are refused", async () => {
  for (const limits of [
    { hashAlgorithm: "sha1", mgf1HashAlgorithm: "sha1" },
    { hashAlgorithm: "sha256", mgf1HashAlgorithm: "sha256", saltLength: 64 },
  ])
    await assert.rejects(readKey(pssKey(limits)), { code: "KEY_TYPE_CANNOT_SIGN" });
});
