import assert from "node:assert/strict";
import { createPrivateKey, createPublicKey, type KeyObject, verify } from "node:crypto";
import { calculateJwkThumbprint, CompactSign, exportJWK } from "jose";
import jsonwebtoken from "jsonwebtoken";
import type { Alg } from "../../../../../src/core/algorithms.ts";
import { readKey, type ReadOptions } from "../../../../../src/core/keys/read.ts";
import { signingKey } from "../../../../../src/core/keys/signingKey.ts";

/** Reads `input`, signs with the key, and has another library verify it with the public half of `original`. */
export async function assertSigns(
  input: string | Uint8Array,
  original: KeyObject,
  options: ReadOptions & { alg: Alg },
) {
  const { key, warnings } = await readKey(input, options);

  const compact = await new CompactSign(new TextEncoder().encode('{"iss":"k"}'))
    .setProtectedHeader({ alg: options.alg })
    .sign(await signingKey(key, options.alg));

  assert.deepEqual(warnings, []);
  assert.equal(key.thumbprint, await calculateJwkThumbprint(await exportJWK(original)));
  assertVerifies(compact, createPublicKey(original), options.alg);
}

function assertVerifies(compact: string, publicKey: KeyObject, alg: Alg): void {
  // jsonwebtoken knows no EdDSA.
  if (publicKey.asymmetricKeyType === "ed25519") {
    const [signed, signature = ""] = compact.split(/\.(?=[^.]*$)/);
    assert.ok(verify(undefined, Buffer.from(signed ?? ""), publicKey, Buffer.from(signature, "base64url")));
  } else {
    const algorithms = [alg as jsonwebtoken.Algorithm];
    assert.deepEqual(jsonwebtoken.verify(compact, publicKey, { algorithms }), { iss: "k" });
  }
}

/** A key as Node reads it, which rests on OpenSSL and not on this extension. */
export const original = (pem: Uint8Array, passphrase?: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(pem), ...(passphrase !== undefined && { passphrase }) });
