import { hmac } from "@noble/hashes/hmac.js";
import { type Bytes, toHex } from "../../bytes.ts";
import { derContent, derSequence, type DerValue } from "../der/der.ts";
import { derTag } from "../der/oids.ts";
import type { HashName } from "../encryption/encryption.ts";
import { hashes } from "../encryption/hashes.ts";
import { pkcs12Passwords } from "../encryption/open.ts";
import { pkcs12Kdf } from "../encryption/pkcs12Kdf.ts";
import { readIterations } from "../encryption/readEncryption.ts";

const hashOids: ReadonlyMap<string, HashName> = new Map([
  ["2a864886f70d0205", "MD5"],
  ["2b0e03021a", "SHA-1"],
  ["608648016503040204", "SHA-224"],
  ["608648016503040201", "SHA-256"],
  ["608648016503040202", "SHA-384"],
  ["608648016503040203", "SHA-512"],
]);

/** Whether a passphrase is the one of a keystore. */
export type MacCheck = (passphrase: string) => Promise<boolean>;

/**
 * What checks MacData (RFC 7292 §4 and §B.4) of `content`; undefined for a MAC of another kind, such as PBMAC1.
 * Throws DerError, KEY_KDF_TOO_EXPENSIVE.
 */
export function macCheck(macData: DerValue, content: Bytes): MacCheck | undefined {
  const [digestInfo, macSalt, count] = derSequence(macData);
  const [algorithm, value] = derSequence(digestInfo);
  const name = hashOids.get(toHex(derContent(derSequence(algorithm)[0], derTag.oid)));
  if (name === undefined) return undefined;
  const expected = toHex(derContent(value, derTag.octets));
  const salt = derContent(macSalt, derTag.octets);
  const iterations = count === undefined ? 1 : readIterations(count, "PKCS#12");
  return async (passphrase) => {
    const hash = hashes[name];
    for (const password of pkcs12Passwords(passphrase)) {
      const key = await pkcs12Kdf(password, { hash: name, salt, iterations }, "mac", hash.outputLen);
      if (toHex(new Uint8Array(hmac(hash, key, content))) === expected) return true;
    }
    return false;
  };
}
