import type { Bytes } from "../../bytes.ts";
import { derOfBer } from "../der/ber.ts";
import { DerError, derMembers, derSequence, readDer } from "../der/der.ts";
import { readDerKey, readEncrypted } from "../der/derKey.ts";
import { orTruncated } from "../der/orTruncated.ts";
import type { Encryption } from "../encryption/encryption.ts";
import { opening } from "../encryption/open.ts";
import type { EncryptedKey, FoundKey } from "../parts.ts";
import { type MacCheck, macCheck } from "./mac.ts";
import { keystoreWithoutKey, keysInLockedPart } from "./pkcs12Errors.ts";
import { dataContent, type KeyBag, readBags, readSafes } from "./safe.ts";

type Read = () => FoundKey | EncryptedKey;

/** Whether bytes begin as a PFX of version 3 does (RFC 7292 §4), whatever the form of its length. */
export function isPkcs12(bytes: Bytes): boolean {
  const [sequence, form = 0] = bytes;
  const start = form <= 0x80 ? 2 : 2 + (form & 0x7f);
  const [tag, length, version] = bytes.subarray(start);
  return sequence === 0x30 && tag === 0x02 && length === 1 && version === 3;
}

/**
 * The private keys of a keystore, not yet read. A shrouded key tells by itself whether a passphrase is right, so the MAC is
 * checked for those in the clear alone, and keystores whose key and MAC have two passphrases are opened with the key's.
 * Throws KEY_TRUNCATED, KEY_IS_CERTIFICATE.
 */
export const pkcs12Keys = (bytes: Bytes): readonly Read[] =>
  orTruncated(() => {
    const [, authSafe, macData] = derSequence(readDer(derOfBer(bytes)));
    const content = dataContent(authSafe);
    const safes = readSafes(content);
    const bags = safes.flatMap((safe) => ("bags" in safe ? safe.bags : []));
    if (bags.length > 0) {
      return bags.map((bag) => () => {
        const isRight = macData === undefined ? undefined : orTruncated(() => macCheck(macData, content));
        return orTruncated(() => readKeyBag(bag, isRight));
      });
    }
    const locked = safes.flatMap((safe) => ("locked" in safe ? [safe.locked] : []));
    if (locked.length === 0) throw keystoreWithoutKey();
    return [() => readLocked(orTruncated(() => locked.map((read) => read())))];
  });

/** Throws DerError, UserError. */
function readKeyBag({ pkcs8, isShrouded, name }: KeyBag, isRight?: MacCheck): FoundKey | EncryptedKey {
  const named = name === undefined ? {} : { name };
  if (isShrouded) return { ...readEncrypted(derMembers(readDer(pkcs8)), "PKCS#12"), ...named };
  const found = readDerKey(pkcs8);
  if (!("parts" in found) || isRight === undefined) return { ...found, ...named };
  return { open: async (passphrase) => ((await isRight(passphrase)) ? found : undefined), ...named };
}

/** The key of a keystore that hides even which bags it has. One part after the other, for each may take much memory. */
const readLocked = (parts: readonly Encryption[]): EncryptedKey => ({
  open: async (passphrase) => {
    let isOpened = false;
    for (const part of parts) {
      const found = await opening(part, async (plain) => {
        const bags = bagsIn(plain);
        if (bags === undefined) return undefined;
        isOpened = true;
        const [bag, another] = bags;
        if (another !== undefined) throw keysInLockedPart();
        const read = bag && orTruncated(() => readKeyBag(bag));
        return read !== undefined && "open" in read ? read.open(passphrase) : read;
      })(passphrase);
      if (found !== undefined) return found;
    }
    if (isOpened) throw keystoreWithoutKey();
    return undefined;
  },
});

/** The bags of what was decrypted; undefined for the noise that a wrong passphrase leaves. */
function bagsIn(plain: Bytes): readonly KeyBag[] | undefined {
  try {
    return readBags(plain);
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}
