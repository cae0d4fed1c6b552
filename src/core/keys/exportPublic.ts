import type { JWK } from "jose";
import { keyDamagedInStore, publicKeyOfSecret } from "./errors.ts";
import { hostKey, publicHalf } from "./hostKey.ts";
import type { Key } from "./key.ts";
import { pemText } from "./read/pemWriter.ts";
import { cryptoAlgorithm } from "./webCrypto.ts";

/**
 * The public half of a key as text: SPKI PEM (RFC 7468 §13), a JWK with `alg`, `use` and, where known, `kid`, or a JWK Set
 * of that one JWK (RFC 7517 §5). Throws PUBLIC_KEY_OF_SECRET for HMAC, KEY_DAMAGED when the stored bytes cannot be read.
 */
export async function exportPublicKey(key: Key, format: "pem" | "jwk" | "jwks"): Promise<string> {
  if (key.kty === "oct") throw publicKeyOfSecret();
  let half: JWK;
  try {
    half = await publicHalf(await hostKey(key, key.alg, true), key.kty);
  } catch {
    throw keyDamagedInStore();
  }
  if (format === "pem") return spkiPem(half, key);
  const jwk = { ...half, ...(key.kid !== undefined && { kid: key.kid }), alg: key.alg, use: "sig" };
  return JSON.stringify(format === "jwk" ? jwk : { keys: [jwk] }, undefined, 2);
}

async function spkiPem(half: JWK, { alg }: Key): Promise<string> {
  const publicKey = await crypto.subtle.importKey("jwk", half, cryptoAlgorithm(alg), true, ["verify"]);
  return pemText("PUBLIC KEY", new Uint8Array(await crypto.subtle.exportKey("spki", publicKey)));
}
