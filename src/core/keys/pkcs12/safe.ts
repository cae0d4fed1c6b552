import { type Bytes, toHex } from "../../bytes.ts";
import { derContent, DerError, derMembers, derSequence, type DerValue, readDer } from "../der/der.ts";
import { derOfBer, implicitOctets } from "../der/ber.ts";
import { derTag } from "../der/oids.ts";
import type { Encryption } from "../encryption/encryption.ts";
import { readEncryption } from "../encryption/readEncryption.ts";

/** Object identifiers as the hex of their DER content (RFC 7292 §4, RFC 2315 §14, RFC 2985 §5.5.1). */
const oid = {
  data: "2a864886f70d010701",
  encryptedData: "2a864886f70d010706",
  keyBag: "2a864886f70d010c0a0101",
  shroudedKeyBag: "2a864886f70d010c0a0102",
  safeContentsBag: "2a864886f70d010c0a0106",
  friendlyName: "2a864886f70d010914",
} as const;

/** A private key in a keystore. */
export interface KeyBag {
  /** PKCS#8 in DER, encrypted where it is shrouded. */
  readonly pkcs8: Bytes;
  readonly isShrouded: boolean;
  /** What the keystore calls it; Java's alias. */
  readonly name: string | undefined;
}

/** One part of an AuthenticatedSafe (RFC 7292 §4.1): bags, or what a passphrase opens to get at them. */
export type Safe = { readonly bags: readonly KeyBag[] } | { readonly locked: () => Encryption };

/** The content of a ContentInfo of type data. Throws DerError. */
export function dataContent(contentInfo: DerValue | undefined): Bytes {
  const [type, content] = derSequence(contentInfo);
  if (toHex(derContent(type, derTag.oid)) !== oid.data) throw new DerError("no data");
  return derContent(explicit(content), derTag.octets);
}

/** The parts of an AuthenticatedSafe. Throws DerError. */
export const readSafes = (content: Bytes): readonly Safe[] => derSequence(readDer(derOfBer(content))).map(readSafe);

function readSafe(contentInfo: DerValue): Safe {
  const [type, content] = derSequence(contentInfo);
  const hex = toHex(derContent(type, derTag.oid));
  if (hex === oid.data) return { bags: readBags(dataContent(contentInfo)) };
  // Enveloped for somebody's certificate: there is no passphrase to ask for.
  if (hex !== oid.encryptedData) return { bags: [] };
  const [, algorithm, ciphertext] = derSequence(derSequence(explicit(content))[1]);
  return { locked: () => readEncryption(algorithm, implicitOctets(ciphertext), "PKCS#12") };
}

/** The private keys of SafeContents (RFC 7292 §4.2). Throws DerError. */
export const readBags = (content: Bytes): readonly KeyBag[] => derSequence(readDer(derOfBer(content))).flatMap(readBag);

function readBag(bag: DerValue): readonly KeyBag[] {
  const [type, value, attributes] = derSequence(bag);
  const hex = toHex(derContent(type, derTag.oid));
  const inner = derContent(value, 0xa0);
  if (hex === oid.safeContentsBag) return readBags(inner);
  if (hex !== oid.keyBag && hex !== oid.shroudedKeyBag) return [];
  return [{ pkcs8: inner, isShrouded: hex === oid.shroudedKeyBag, name: friendlyName(attributes) }];
}

function friendlyName(attributes: DerValue | undefined): string | undefined {
  const named = (attributes === undefined ? [] : derMembers(attributes))
    .map((attribute) => derSequence(attribute))
    .find(([type]) => toHex(derContent(type, derTag.oid)) === oid.friendlyName)?.[1];
  const [text] = named === undefined ? [] : derMembers(named);
  if (text?.tag !== 0x1e) return undefined;
  const name = new TextDecoder("utf-16be").decode(text.content).slice(0, 100);
  return name === "" ? undefined : name;
}

/** What stands inside [0]. Throws DerError. */
function explicit(value: DerValue | undefined): DerValue | undefined {
  if (value?.tag !== 0xa0) throw new DerError("no [0]");
  return derMembers(value)[0];
}
