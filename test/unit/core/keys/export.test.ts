import assert from "node:assert/strict";
import { createPrivateKey } from "node:crypto";
import { test } from "node:test";
import { exportPrivateKey, exportSecret } from "../../../../src/core/keys/export.ts";
import { generateKey } from "../../../../src/core/keys/generate.ts";
import type { Key } from "../../../../src/core/keys/key.ts";
import { readKey } from "../../../../src/core/keys/read/read.ts";
import { codeOf } from "./rejection.ts";
import { origin, put, run } from "./openssl/machine.ts";

const passphrase = "pässwörd";

/** The PKCS#8 DER that another reader finds in an encrypted PEM, in base64. */
function openedElsewhere(pem: string): string {
  put("exported.pem", pem);
  const opened = run("openssl", "pkey", "-in", "exported.pem", "-passin", `pass:${passphrase}`);
  return createPrivateKey({ key: opened === undefined ? pem : Buffer.from(opened), passphrase })
    .export({ type: "pkcs8", format: "der" })
    .toString("base64");
}

for (const alg of ["RS256", "ES256", "ES384", "ES512", "EdDSA"] as const) {
  test(`an encrypted ${alg} key is read by ${origin} and here`, async () => {
    const key = await generateKey(alg);

    const pem = await exportPrivateKey(key, { passphrase });

    assert.equal(openedElsewhere(pem), key.material.base64);
    assert.deepEqual((await readKey(pem, { passphrase, alg })).key, key);
    assert.equal(await codeOf(readKey(pem, { passphrase: "x" })), "KEY_WRONG_PASSWORD");
  });
}

test("a plain export is the PKCS#8 PEM that everything reads", async () => {
  const key = await generateKey("ES256");

  const pem = await exportPrivateKey(key, { plain: true });

  assert.equal(createPrivateKey(pem).export({ type: "pkcs8", format: "pem" }), pem);
});

test("each export has a salt and an IV of its own", async () => {
  const key = await generateKey("EdDSA");

  const [first, second] = [await exportPrivateKey(key, { passphrase }), await exportPrivateKey(key, { passphrase })];

  assert.notEqual(first, second);
});

test("the rounds are 600 000", async () => {
  const pem = await exportPrivateKey(await generateKey("EdDSA"), { passphrase });

  // INTEGER 600 000, three octets long.
  assert.ok(
    Buffer.from(pem.replaceAll(/-.*-|\n/g, ""), "base64")
      .toString("hex")
      .includes("02030927c0"),
  );
});

test("secrets, passphrases that protect nothing and damaged keys are refused", async () => {
  const key = await generateKey("ES256");
  const damaged: Key = { ...key, material: { format: "pkcs8", base64: "AAAA" } };

  assert.equal(await codeOf(exportPrivateKey(await generateKey("HS256"), { plain: true })), "PRIVATE_KEY_OF_SECRET");
  assert.equal(await codeOf(exportPrivateKey(key, { passphrase: "" })), "PASSPHRASE_LENGTH");
  assert.equal(await codeOf(exportPrivateKey(key, { passphrase: "x".repeat(1001) })), "PASSPHRASE_LENGTH");
  assert.equal(await codeOf(exportPrivateKey(damaged, { plain: true })), "KEY_DAMAGED");
});

test("a secret is written in three forms that are read back as the same secret", async () => {
  const key = await generateKey("HS256");

  for (const encoding of ["base64url", "base64", "hex"] as const) {
    const again = await readKey(exportSecret(key, encoding), { alg: "HS256", encoding });
    assert.deepEqual(again.key, key);
  }
});
