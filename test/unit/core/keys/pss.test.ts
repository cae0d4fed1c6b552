import assert from "node:assert/strict";
import { createPublicKey, generateKeyPairSync, type RSAPSSKeyPairOptions } from "node:crypto";
import { test } from "node:test";
import { algNames } from "../../../../src/core/algorithms.ts";
import { fits } from "../../../../src/core/keys/check/fit.ts";
import { readEntry, writeEntry } from "../../../../src/core/keys/entry.ts";
import { exportPrivateKey } from "../../../../src/core/keys/export.ts";
import { signingKey } from "../../../../src/core/keys/hostKey.ts";
import { describeKey, summarize } from "../../../../src/core/keys/key.ts";
import { readKey } from "../../../../src/core/keys/read/read.ts";
import { keysFromText } from "../../../../src/core/token/verify/keysFromText.ts";
import { storedVerificationKey } from "../../../../src/core/token/verify/verificationKey.ts";

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

  test(`once stored, an RSA-PSS key that is limited to ${hash} still signs with ${alg} and nothing else`, async () => {
    const { key } = await readKey(pssKey({ hashAlgorithm: hash, mgf1HashAlgorithm: hash }));
    const stored = readEntry(writeEntry("limited", key));
    assert.ok(stored !== undefined);

    assert.equal(describeKey(summarize("limited", stored)), `RSA, 2048 bits, ${alg} only`);
    assert.deepEqual(
      algNames.filter((name) => fits(summarize("limited", stored), name)),
      [alg],
    );
    assert.equal((await signingKey(stored, alg)).algorithm.name, "RSA-PSS");
    for (const other of algNames)
      if (other !== alg) await assert.rejects(signingKey(stored, other), { code: "KEY_ALG_MISMATCH" });
  });
}

test("an RSA-PSS key is saved with its limits, in the form that OpenSSL writes", async () => {
  for (const limits of [{}, { hashAlgorithm: "sha512", mgf1HashAlgorithm: "sha512", saltLength: 64 }]) {
    const pem = pssKey(limits);
    const { key } = await readKey(pem);

    const saved = await exportPrivateKey(key, { plain: true });

    assert.equal(saved, pem);
    const sealed = await exportPrivateKey(key, { passphrase: "p" });
    assert.deepEqual((await readKey(sealed, { passphrase: "p" })).key, key);
  }
});

test("an RSA-PSS key verifies what it may sign, and nothing else, whether it is stored, private or public", async () => {
  const pem = pssKey({ hashAlgorithm: "sha512", mgf1HashAlgorithm: "sha512" });
  const spki = String(createPublicKey(pem).export({ type: "spki", format: "pem" }));
  const stored = await storedVerificationKey("limited", (await readKey(pem)).key);

  for (const { algs } of [stored, ...(await keysFromText(pem)), ...(await keysFromText(spki))])
    assert.deepEqual(algs, ["PS512"]);
});

test("an RSA-PSS key without limits signs with any hash", async () => {
  const pem = pssKey({});

  assert.equal((await readKey(pem)).key.alg, "PS256");
  const { key } = await readKey(pem, { alg: "PS512" });
  assert.equal(key.alg, "PS512");
  assert.equal((await signingKey(key, "PS384")).algorithm.name, "RSA-PSS");
  await assert.rejects(signingKey(key, "RS256"), {
    code: "KEY_ALG_MISMATCH",
    message:
      "This is an RSA-PSS key that is limited to PS256, PS384, PS512, so it cannot sign with RS256. Choose another key, or sign with PS256, PS384, PS512.",
  });
});

test("a hash, a mask and a salt that tokens do not have are refused", async () => {
  for (const limits of [
    { hashAlgorithm: "sha1", mgf1HashAlgorithm: "sha1" },
    { hashAlgorithm: "sha256", mgf1HashAlgorithm: "sha256", saltLength: 64 },
    { hashAlgorithm: "sha256", mgf1HashAlgorithm: "sha512" },
  ])
    await assert.rejects(readKey(pssKey(limits)), { code: "KEY_TYPE_CANNOT_SIGN" });
});
