import { type Bytes, fromHex } from "../../bytes.ts";
import { keyTruncated } from "../errors.ts";
import type { Cipher, Encryption } from "./encryption.ts";
import { encryptionUnsupported } from "./encryptionErrors.ts";
import { pemCiphers } from "./oids.ts";

/** The headers of OpenSSL's traditional encryption (RFC 1421 §4.6.1.1 and §4.6.1.3). */
export interface DekInfo {
  readonly cipher: Cipher;
  readonly iv: Bytes;
  /** Where the base64 begins in the block's body. */
  readonly end: number;
}

/**
 * Reads the headers of an encrypted block; undefined without any. The initialization vector ends by its length, for a copy may
 * have lost the line end behind it. Throws KEY_ENCRYPTION_UNSUPPORTED, KEY_TRUNCATED.
 */
export function readDekInfo(body: string): DekInfo | undefined {
  if (!/Proc-Type:\s*4\s*,\s*ENCRYPTED/.test(body)) return undefined;
  const found = /DEK-Info:\s*([A-Z0-9-]{1,40}?)\s*,\s*(?=[0-9A-Fa-f])/.exec(body);
  if (found === null) throw keyTruncated();
  const [header, name = ""] = found;
  const cipher = pemCiphers.get(name);
  if (cipher === undefined) throw unsupported(name);
  const start = found.index + header.length;
  const end = start + 2 * cipher.block;
  const iv = fromHex(body.slice(start, end));
  if (iv?.length !== cipher.block) throw keyTruncated();
  return { cipher, iv, end };
}

/** The salt is the first eight bytes of the initialization vector. Throws KEY_TRUNCATED. */
export function pemEncryption({ cipher, iv }: DekInfo, ciphertext: Bytes): Encryption {
  if (ciphertext.length % cipher.block !== 0) throw keyTruncated();
  return { derivation: { kdf: "OpenSSL", salt: iv.subarray(0, 8) }, cipher, iv, ciphertext };
}

/** OpenSSL still reads every cipher that it ever wrote there, the old ones with its legacy provider. */
function unsupported(name: string): Error {
  const what = pemCiphersRefused.get(/^[A-Z0-9]+/.exec(name)?.[0] ?? "");
  return encryptionUnsupported(what ?? "an unknown cipher", true, "PKCS#8");
}

const pemCiphersRefused: ReadonlyMap<string, string> = new Map([
  ["CAMELLIA", "Camellia"],
  ["ARIA", "ARIA"],
  ["SEED", "SEED"],
  ["SM4", "SM4"],
  ["BF", "Blowfish"],
  ["RC2", "RC2"],
  ["IDEA", "IDEA"],
  ["CAST5", "CAST5"],
]);
