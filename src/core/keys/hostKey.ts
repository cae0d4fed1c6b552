import { calculateJwkThumbprint, type JWK } from "jose";
import { type Alg, algorithms, type KeyType } from "../algorithms.ts";
import { type Bytes, fromBase64, toBase64, toBase64url } from "../bytes.ts";
import type { Key } from "./key.ts";
import { modulusBits } from "./check/rsa.ts";
import { cryptoAlgorithm } from "./webCrypto.ts";

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
