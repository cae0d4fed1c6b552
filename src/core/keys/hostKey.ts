import { calculateJwkThumbprint, type JWK } from "jose";
import { type Alg, algorithms, type KeyType } from "../algorithms.ts";
import { type Bytes, fromBase64, toBase64, toBase64url } from "../bytes.ts";
import { modulusBits } from "./check/rsa.ts";
import { UserError } from "../errors.ts";
import { keyDamagedInStore } from "./errors.ts";
import { misfit } from "./check/fit.ts";
import type { Key } from "./key.ts";

/** The members that make up each type's public JWK (RFC 7638 §3.2, RFC 8037 §2, RFC 9964). */
const publicMembers = {
  RSA: ["n", "e"],
  EC: ["crv", "x", "y"],
  OKP: ["crv", "x"],
  AKP: ["alg", "pub"],
  oct: [],
} satisfies { readonly [Kty in KeyType]: readonly (keyof JWK)[] };

/** The public half of an extractable private key, and nothing besides. */
export async function publicHalf(privateKey: CryptoKey, kty: Exclude<KeyType, "oct">): Promise<JWK> {
  const jwk = (await crypto.subtle.exportKey("jwk", privateKey)) as JWK;
  return { kty, ...Object.fromEntries(publicMembers[kty].map((member) => [member, jwk[member]])) };
}

/** The stored form of an extractable private key: PKCS#8 as this host writes it. */
export async function keyOf(privateKey: CryptoKey, alg: Alg, kid?: string): Promise<Key> {
  const { kty, crv } = algorithms[alg];
  if (kty === "oct") throw new TypeError("a secret has no private key");
  const half = await publicHalf(privateKey, kty);
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey("pkcs8", privateKey));
  return {
    kty,
    alg,
    ...(kty === "RSA" && { bits: modulusBits(fromBase64(half.n ?? "") ?? new Uint8Array(0)) }),
    ...(crv !== undefined && { crv }),
    thumbprint: await calculateJwkThumbprint(half),
    ...(kid !== undefined && { kid }),
    material: { format: "pkcs8", base64: toBase64(pkcs8) },
  };
}

/** The stored form of an HMAC secret. */
export async function secretKeyOf(secret: Bytes, alg: Alg, kid?: string): Promise<Key> {
  return {
    kty: "oct",
    alg,
    bits: secret.length * 8,
    thumbprint: await calculateJwkThumbprint({ kty: "oct", k: toBase64url(secret) }),
    ...(kid !== undefined && { kid }),
    material: { format: "raw", base64: toBase64(secret) },
  };
}

/** A stored key as a CryptoKey bound to `alg`. Rejects as WebCrypto does. */
export async function hostKey({ material }: Key, alg: Alg, extractable: boolean): Promise<CryptoKey> {
  const bytes = fromBase64(material.base64) ?? new Uint8Array(0);
  return crypto.subtle.importKey(material.format, bytes, cryptoAlgorithm(alg), extractable, ["sign"]);
}

/** One object that serves WebCrypto's import, sign and verify; each reads only the members it knows. */
export interface CryptoAlgorithm {
  readonly name: string;
  readonly hash?: string;
  readonly namedCurve?: string;
  readonly saltLength?: number;
}

/** WebCrypto's terms for a JWS algorithm: the same as `jose` expects of a CryptoKey. */
export function cryptoAlgorithm(alg: Alg): CryptoAlgorithm {
  const { kty, crv = "", hash = 0 } = algorithms[alg];
  const sha = { hash: `SHA-${hash}` };
  if (kty === "oct") return { name: "HMAC", ...sha };
  if (kty === "EC") return { name: "ECDSA", namedCurve: crv, ...sha };
  if (kty !== "RSA") return { name: crv };
  // The salt is as long as the hash (RFC 7518 §3.5).
  if (alg.startsWith("PS")) return { name: "RSA-PSS", ...sha, saltLength: hash / 8 };
  return { name: "RSASSA-PKCS1-v1_5", ...sha };
}

/**
 * The key as `jose` signs with it: a non-extractable CryptoKey bound to `alg`.
 * Throws KEY_ALG_MISMATCH when the key does not fit `alg`, KEY_DAMAGED when the stored bytes cannot be read.
 */
export async function signingKey(key: Key, alg: Alg): Promise<CryptoKey> {
  const fault = misfit(key, alg);
  if (fault !== undefined) throw new UserError(fault);
  try {
    return await hostKey(key, alg, false);
  } catch {
    throw keyDamagedInStore();
  }
}
