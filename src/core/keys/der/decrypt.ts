import { derFormOf } from "./derForm.ts";
import { readDerKey } from "./derKey.ts";
import { encryptionUnsupported, keyEncrypted, wrongPassphrase } from "./encryptionErrors.ts";
import type { EncryptedKey, FoundKey } from "../parts.ts";
import { passphraseKey } from "./pbes2.ts";

/**
 * Decrypts a private key (RFC 8018 §6.2.2). The passphrase that was given rules over one that stands in the key's file.
 * Throws KEY_ENCRYPTED without any, KEY_WRONG_PASSWORD, and what reading the key throws.
 */
export async function decrypt(key: EncryptedKey, given: string | undefined): Promise<FoundKey> {
  const passphrase = given ?? key.passphrase;
  if (passphrase === undefined) throw keyEncrypted();
  const plain = await decryptedBytes(key.encryption, passphrase);
  // One wrong passphrase in 256 leaves padding that is right by chance, and noise before it.
  const found = plain !== undefined && derFormOf(plain) === "pkcs8" ? readDerKey(plain) : undefined;
  if (found === undefined || "encryption" in found) throw wrongPassphrase(given === undefined);
  return { ...found, ...(key.kid !== undefined && { kid: key.kid }) };
}

async function decryptedBytes({ iv, ciphertext, ...derivation }: EncryptedKey["encryption"], passphrase: string) {
  let key: CryptoKey;
  try {
    key = await passphraseKey(passphrase, derivation, "decrypt");
  } catch {
    throw encryptionUnsupported(`AES-${derivation.keyLength * 8}`);
  }
  return crypto.subtle.decrypt({ name: "AES-CBC", iv }, key, ciphertext).then(
    (plain) => new Uint8Array(plain),
    () => undefined,
  );
}
