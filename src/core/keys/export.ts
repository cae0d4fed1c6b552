import type { JWK } from "jose";
import { type Bytes, fromBase64, toBase64url, toHex } from "../bytes.ts";
import { derTag, oidBytes } from "./der/oids.ts";
import { der, derInteger } from "./der/derWriter.ts";
import { derFormOf } from "./der/derForm.ts";
import { exportPassphraseLength, privateKeyOfSecret } from "./encryption/encryptionErrors.ts";
import { limitedPkcs8 } from "./der/pkcs8Writer.ts";
import { keyDamagedInStore, publicKeyOfSecret } from "./errors.ts";
import { pbkdf2 } from "./encryption/derive.ts";
import { encryptionOid } from "./encryption/oids.ts";
import { cryptoAlgorithm, hostKey, publicHalf } from "./hostKey.ts";
import type { Key } from "./key.ts";
import { pemText } from "./read/pem.ts";

const { null: nullTag, octets, oid: oidTag, sequence } = derTag;

// OWASP's advice for PBKDF2-HMAC-SHA256; a quarter of a second.
const iterations = 600_000;
const longestPassphrase = 1000; // Bytes; OpenSSL asks for at most 1023.

/**
 * A private key as PKCS#8 PEM (RFC 7468 §10-11), as it is or encrypted with PBES2 as OpenSSL reads it.
 * Throws PRIVATE_KEY_OF_SECRET for HMAC, PASSPHRASE_LENGTH, KEY_DAMAGED when the stored bytes cannot be read.
 */
export async function exportPrivateKey(
  { kty, algs, material }: Key,
  protection: { readonly passphrase: string } | { readonly plain: true },
): Promise<string> {
  if (kty === "oct") throw privateKeyOfSecret();
  const stored = fromBase64(material.base64) ?? new Uint8Array(0);
  if (derFormOf(stored) !== "pkcs8") throw keyDamagedInStore();
  const pkcs8 = algs === undefined ? stored : limitedPkcs8(stored, algs);
  if (!("passphrase" in protection)) return pemText("PRIVATE KEY", pkcs8);
  const length = new TextEncoder().encode(protection.passphrase).length;
  if (length === 0 || length > longestPassphrase) throw exportPassphraseLength();
  return pemText("ENCRYPTED PRIVATE KEY", await encrypted(pkcs8, protection.passphrase));
}

/** An HMAC secret as text. Throws KEY_DAMAGED when it cannot be read. */
export function exportSecret({ kty, material }: Key, form: "base64url" | "base64" | "hex"): string {
  const secret = kty === "oct" ? fromBase64(material.base64) : undefined;
  if (secret === undefined) throw keyDamagedInStore();
  if (form === "hex") return toHex(secret);
  return form === "base64" ? material.base64 : toBase64url(secret);
}

/** EncryptedPrivateKeyInfo (RFC 5958 §3) with PBES2 (RFC 8018 §6.2.1). */
async function encrypted(pkcs8: Bytes, passphrase: string): Promise<Bytes> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(16));
  const derived = await pbkdf2(new TextEncoder().encode(passphrase), { hash: "SHA-256", salt, iterations }, 32);
  const key = await crypto.subtle.importKey("raw", derived, "AES-CBC", false, ["encrypt"]);
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv }, key, pkcs8));
  const prf = algorithm(encryptionOid.hmacSha256, der(nullTag));
  const count = derInteger(Uint8Array.of(iterations >> 16, (iterations >> 8) & 0xff, iterations & 0xff));
  const kdf = algorithm(encryptionOid.pbkdf2, der(sequence, der(octets, salt), count, prf));
  const cipher = algorithm(encryptionOid.aes256Cbc, der(octets, iv));
  return der(sequence, algorithm(encryptionOid.pbes2, der(sequence, kdf, cipher)), der(octets, ciphertext));
}

const algorithm = (hex: string, parameters: Bytes): Bytes => der(sequence, der(oidTag, oidBytes(hex)), parameters);

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
