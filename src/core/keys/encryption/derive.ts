import { pbkdf2Async } from "@noble/hashes/pbkdf2.js";
import { scryptAsync } from "@noble/hashes/scrypt.js";
import { type Bytes, concat } from "../../bytes.ts";
import type { Cipher, Derivation, HashName } from "./encryption.ts";
import { hashes } from "./hashes.ts";
import { pkcs12Kdf, rounds } from "./pkcs12Kdf.ts";

interface Derived {
  readonly key: Bytes;
  /** Where it does not stand beside the ciphertext. */
  readonly iv?: Bytes;
}

/** The key that a password's bytes stand for. */
export async function derive(password: Bytes, derivation: Derivation, cipher: Cipher): Promise<Derived> {
  const { keyLength, block } = cipher;
  switch (derivation.kdf) {
    case "PBKDF2":
      return { key: await pbkdf2(password, derivation, keyLength) };
    case "scrypt": {
      const { salt, N, r, p } = derivation;
      return { key: new Uint8Array(await scryptAsync(password, salt, { N, r, p, dkLen: keyLength })) };
    }
    case "PBKDF1": {
      const hash = hashes[derivation.hash];
      const derived = await rounds(hash, concat(password, derivation.salt), derivation.iterations);
      return { key: derived.subarray(0, keyLength), iv: derived.subarray(8, 8 + block) };
    }
    case "PKCS#12": {
      const kdf = { hash: "SHA-1", ...derivation } as const;
      const iv = await pkcs12Kdf(password, kdf, "iv", block);
      return { key: await pkcs12Kdf(password, kdf, "key", keyLength), iv };
    }
    case "OpenSSL":
      return { key: bytesToKey(password, derivation.salt, keyLength) };
  }
}

interface Pbkdf2 {
  readonly hash: HashName;
  readonly salt: Bytes;
  readonly iterations: number;
}

/** PBKDF2 (RFC 8018 §5.2), by WebCrypto where it has the hash. */
export async function pbkdf2(password: Bytes, { hash, salt, iterations }: Pbkdf2, length: number): Promise<Bytes> {
  if (!isNative(hash)) {
    return new Uint8Array(await pbkdf2Async(hashes[hash], password, salt, { c: iterations, dkLen: length }));
  }
  const base = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  const derived = await crypto.subtle.deriveBits({ name: "PBKDF2", hash, salt, iterations }, base, length * 8);
  return new Uint8Array(derived);
}

/** Whether WebCrypto has the hash. */
export const isNative = (hash: HashName): boolean => ["SHA-1", "SHA-256", "SHA-384", "SHA-512"].includes(hash);

/** OpenSSL's EVP_BytesToKey with MD5 and a count of 1. */
function bytesToKey(password: Bytes, salt: Bytes, length: number): Bytes {
  let derived: Bytes = new Uint8Array(0);
  let last: Bytes = derived;
  while (derived.length < length) {
    last = new Uint8Array(hashes.MD5(concat(last, password, salt)));
    derived = concat(derived, last);
  }
  return derived.subarray(0, length);
}
