import assert from "node:assert/strict";
import { test } from "node:test";
import { keyKinds } from "../../../../src/dialogs/keys/keyKinds.ts";
import { algNames } from "../../../../src/core/algorithms.ts";
import { generableAlgs, generateKey } from "../../../../src/core/keys/generate.ts";

test("every kind of key is offered once, RSA in three sizes", () => {
  const labels = keyKinds(algNames).map(({ label, algs, bits }) => [label, algs[0], bits]);

  assert.deepEqual(labels, [
    ["RSA, 2048 bits", "RS256", 2048],
    ["RSA, 3072 bits", "RS256", 3072],
    ["RSA, 4096 bits", "RS256", 4096],
    ["EC, P-256", "ES256", undefined],
    ["EC, P-384", "ES384", undefined],
    ["EC, P-521", "ES512", undefined],
    ["Ed25519", "EdDSA", undefined],
    ["ML-DSA-44", "ML-DSA-44", undefined],
    ["ML-DSA-65", "ML-DSA-65", undefined],
    ["ML-DSA-87", "ML-DSA-87", undefined],
    ["HMAC secret, 256 bits", "HS256", undefined],
    ["HMAC secret, 384 bits", "HS384", undefined],
    ["HMAC secret, 512 bits", "HS512", undefined],
  ]);
});

test("what the host lacks is not offered", () => {
  const without = algNames.filter((alg) => !alg.startsWith("ML-DSA") && !alg.startsWith("Ed"));

  assert.deepEqual(
    keyKinds(without).filter(({ label }) => /^(Ed|ML)/.test(label)),
    [],
  );
});

test("a host that knows ML-DSA says so, and generates it", async () => {
  const available = await generableAlgs();

  assert.deepEqual(available, algNames, "Node has every algorithm");
  for (const alg of available.filter((name) => name.startsWith("ML-DSA"))) {
    assert.equal((await generateKey(alg)).crv, alg);
  }
});
