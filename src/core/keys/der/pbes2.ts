import type { Bytes } from "../../bytes.ts";

/** PBKDF2's parameters (RFC 8018 §5.2) and the length of the AES key in bytes. */
export interface Derivation {
  readonly hash: "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";
  readonly salt: Bytes;
  readonly iterations: number;
  readonly keyLength: number;
}

/**
 * The AES-CBC key that a passphrase stands for: its UTF-8 as it is typed, as OpenSSL takes it, without normalization.
 * Rejects as WebCrypto does: Chromium has no AES-192.
 */
export async function passphraseKey(
  passphrase: string,
  { hash, salt, iterations, keyLength }: Derivation,
  usage: "encrypt" | "decrypt",
): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(passphrase);
  const base = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveBits"]);
  const derivation = { name: "PBKDF2", hash, salt, iterations };
  const derived = await crypto.subtle.deriveBits(derivation, base, keyLength * 8);
  return crypto.subtle.importKey("raw", derived, "AES-CBC", false, [usage]);
}
