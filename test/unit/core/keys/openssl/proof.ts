import assert from "node:assert/strict";
import { createPrivateKey, createPublicKey, type KeyObject, verify } from "node:crypto";
import { calculateJwkThumbprint, CompactSign, exportJWK } from "jose";
import jsonwebtoken from "jsonwebtoken";
import type { Alg } from "../../../../../src/core/algorithms.ts";
import { readKey, type ReadOptions } from "../../../../../src/core/keys/read/read.ts";
import { signingKey } from "../../../../../src/core/keys/hostKey.ts";

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

/** Has `jsonwebtoken`, or for Ed25519 Node itself, check a token whose `iss` is "k". */
export function assertVerifies(compact: string, verifier: KeyObject, alg: Alg): void {
  // jsonwebtoken knows no EdDSA.
  if (verifier.asymmetricKeyType === "ed25519") {
    const [signed, signature = ""] = compact.split(/\.(?=[^.]*$)/);
    assert.ok(verify(undefined, Buffer.from(signed ?? ""), verifier, Buffer.from(signature, "base64url")));
    return;
  }
  const claims = jsonwebtoken.verify(compact, verifier, { algorithms: [alg as jsonwebtoken.Algorithm] });
  assert.equal(typeof claims === "object" && claims.iss, "k");
}

/** A key as Node reads it, which rests on OpenSSL and not on this extension. */
export const original = (pem: Uint8Array, passphrase?: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(pem), ...(passphrase !== undefined && { passphrase }) });
