import type { EncryptedKey, FoundKey } from "../parts.ts";
import { keyEncrypted, wrongPassphrase } from "./encryptionErrors.ts";

/**
 * Decrypts a private key. The passphrase that was given rules over one that stands in the key's file.
 * Throws KEY_ENCRYPTED without any, KEY_WRONG_PASSWORD, and what reading the key throws.
 */
export async function decrypt(
  { open, kid, passphrase: own, notByOpenssl }: EncryptedKey,
  given: string | undefined,
): Promise<FoundKey> {
  const passphrase = given ?? own;
  if (passphrase === undefined) throw keyEncrypted(notByOpenssl !== true);
  const found = await open(passphrase);
  if (found === undefined) throw wrongPassphrase(given === undefined);
  return { ...found, ...(kid !== undefined && { kid }) };
}
