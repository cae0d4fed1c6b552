import type { Bytes } from "../../bytes.ts";

/** How a passphrase becomes the bytes of a key. */
export type Derivation =
  /** RFC 8018 §5.2. */
  | { readonly kdf: "PBKDF2"; readonly hash: HashName; readonly salt: Bytes; readonly iterations: number }
  /** RFC 7914 §2. */
  | { readonly kdf: "scrypt"; readonly salt: Bytes; readonly N: number; readonly r: number; readonly p: number }
  /** RFC 8018 §5.1; the initialization vector is derived too. */
  | { readonly kdf: "PBKDF1"; readonly hash: "MD5" | "SHA-1"; readonly salt: Bytes; readonly iterations: number }
  /** RFC 7292 §B.2, with SHA-1; the initialization vector is derived too. */
  | { readonly kdf: "PKCS#12"; readonly salt: Bytes; readonly iterations: number }
  /** OpenSSL's EVP_BytesToKey with MD5 and one round, of its traditional PEM. */
  | { readonly kdf: "OpenSSL"; readonly salt: Bytes };

export type HashName = "MD5" | "SHA-1" | "SHA-224" | "SHA-256" | "SHA-384" | "SHA-512" | "SHA-512/224" | "SHA-512/256";

/** A block cipher in CBC mode with the padding of RFC 8018 §6.1.1. */
export interface Cipher {
  readonly name: "AES" | "DES" | "3DES";
  /** Bytes; 3DES with 16 has two keys, of which the first is used again as the third. */
  readonly keyLength: number;
  /** Bytes; so long is the initialization vector, too. */
  readonly block: 8 | 16;
}

/** What a passphrase opens, and how. */
export interface Encryption {
  readonly derivation: Derivation;
  readonly cipher: Cipher;
  /** Absent where it is derived. */
  readonly iv?: Bytes;
  readonly ciphertext: Bytes;
}
