import { type Bytes, concat } from "../../bytes.ts";
import type { EncryptedKey, FoundKey } from "../parts.ts";
import { decipher } from "./ciphers.ts";
import { derive } from "./derive.ts";
import type { Derivation, Encryption } from "./encryption.ts";
import { cipherUnsupportedHere } from "./encryptionErrors.ts";

/** Reads what was decrypted; undefined for the noise that a wrong passphrase leaves. Throws UserError. */
type Read = (plain: Bytes) => Promise<FoundKey | undefined> | FoundKey | undefined;

/** What opens an encrypted key: undefined for a wrong passphrase. */
export const opening =
  (encryption: Encryption, read: Read) =>
  async (passphrase: string): Promise<FoundKey | undefined> => {
    for (const password of passwords(encryption.derivation, passphrase)) {
      const plain = await decrypted(encryption, password);
      const found = plain && (await read(plain));
      if (found !== undefined) return found;
    }
    return undefined;
  };

/** An encrypted key whose file is nothing else. */
export const encryptedKey = (encryption: Encryption, read: Read): EncryptedKey => ({
  open: opening(encryption, read),
  ...(encryption.cipher.name === "DES" && { notByOpenssl: true }),
});

async function decrypted({ derivation, cipher, ciphertext, iv }: Encryption, password: Bytes) {
  const derived = await derive(password, derivation, cipher);
  try {
    return await decipher(cipher, { iv: new Uint8Array(cipher.block), ...derived, ...(iv && { iv }) }, ciphertext);
  } catch {
    throw cipherUnsupportedHere(`${cipher.name}-${cipher.keyLength * 8}`);
  }
}

/** The bytes that a passphrase may stand for: its UTF-8 as it was typed, as OpenSSL takes it, without normalization. */
const passwords = ({ kdf }: Derivation, passphrase: string): readonly Bytes[] =>
  kdf === "PKCS#12" ? pkcs12Passwords(passphrase) : [new TextEncoder().encode(passphrase)];

/**
 * UTF-16 with two zero bytes behind (RFC 7292 §B.1). Some writers take no password for no bytes at all, and OpenSSL before
 * 1.1.0 took each byte of UTF-8 for a character.
 */
export function pkcs12Passwords(passphrase: string): readonly Bytes[] {
  const usual = utf16(Array.from({ length: passphrase.length }, (_, i) => passphrase.charCodeAt(i)));
  if (passphrase === "") return [usual, new Uint8Array(0)];
  const bytes = new TextEncoder().encode(passphrase);
  return bytes.length === passphrase.length ? [usual] : [usual, utf16([...bytes])];
}

const utf16 = (units: readonly number[]): Bytes =>
  concat(...[...units, 0].map((unit) => Uint8Array.of(unit >> 8, unit & 0xff)));
