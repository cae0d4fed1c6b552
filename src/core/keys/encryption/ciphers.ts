import des from "des.js";
import type { Bytes } from "../../bytes.ts";
import type { Cipher } from "./encryption.ts";

interface CipherKey {
  readonly key: Bytes;
  readonly iv: Bytes;
}

/** Decrypts; undefined where the padding is wrong, and so the key. Rejects where this host lacks the cipher: Chromium has no AES-192. */
export async function decipher({ name }: Cipher, { key, iv }: CipherKey, data: Bytes): Promise<Bytes | undefined> {
  if (name !== "AES") return withoutPadding(desCbc({ key, iv }, data));
  const aes = await crypto.subtle.importKey("raw", key, "AES-CBC", false, ["decrypt"]);
  return crypto.subtle.decrypt({ name: "AES-CBC", iv }, aes, data).then(
    (plain) => new Uint8Array(plain),
    () => undefined,
  );
}

function desCbc({ key, iv }: CipherKey, data: Bytes): Bytes {
  const threeKeys = key.length === 16 ? [...key, ...key.subarray(0, 8)] : key;
  const cbc = des.CBC.instantiate(key.length === 8 ? des.DES : des.EDE);
  const decryption = cbc.create({ type: "decrypt", key: threeKeys, iv, padding: false });
  return Uint8Array.from([...decryption.update(data), ...decryption.final()]);
}

/** RFC 8018 §6.1.1. */
function withoutPadding(bytes: Bytes): Bytes | undefined {
  const length = bytes.at(-1) ?? 0;
  const isWhole = length >= 1 && length <= 8 && bytes.subarray(-length).every((byte) => byte === length);
  return isWhole ? bytes.subarray(0, -length) : undefined;
}
