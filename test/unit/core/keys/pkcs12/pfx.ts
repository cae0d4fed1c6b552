import { type Bytes, fromHex } from "../../../../../src/core/bytes.ts";
import { derSequence, readDer } from "../../../../../src/core/keys/der/der.ts";
import { der } from "../../../../../src/core/keys/der/derWriter.ts";
import { derTag } from "../../../../../src/core/keys/der/oids.ts";
import { encryptedPkcs8 } from "../pbes2.ts";

const sequence = (...members: readonly Bytes[]): Bytes => der(derTag.sequence, ...members);
const identifier = (hex: string): Bytes => der(derTag.oid, fromHex(hex) ?? new Uint8Array(0));
const integer = (number: number): Bytes => der(derTag.integer, Uint8Array.of(number));
const bagType = (last: number) => identifier(`2a864886f70d010c0a01${last.toString(16).padStart(2, "0")}`);

/** SafeBag (RFC 7292 §4.2) with a friendlyName. */
function bag(type: number, value: Bytes, name?: string): Bytes {
  const text = Buffer.from(name ?? "", "utf16le").swap16();
  const attribute = sequence(identifier("2a864886f70d010914"), der(0x31, der(0x1e, new Uint8Array(text))));
  return sequence(bagType(type), der(0xa0, value), ...(name === undefined ? [] : [der(0x31, attribute)]));
}

export const keyBag = (pkcs8: Bytes, name?: string): Bytes => bag(1, pkcs8, name);
export const shroudedBag = (encrypted: Bytes, name?: string): Bytes => bag(2, encrypted, name);
export const nestedBag = (...bags: readonly Bytes[]): Bytes => bag(6, sequence(...bags));
/** A bag of a certificate, as far as a reader of keys looks at it. */
export const certificateBag = (): Bytes => bag(3, sequence());

const data = (content: Bytes): Bytes =>
  sequence(identifier("2a864886f70d010701"), der(0xa0, der(derTag.octets, content)));

/** A part in the clear. */
export const clearSafe = (...bags: readonly Bytes[]): Bytes => data(sequence(...bags));

/** A part that the passphrase "x" opens. */
export function lockedSafe(...bags: readonly Bytes[]): Bytes {
  const [algorithm, ciphertext] = derSequence(readDer(encryptedPkcs8(sequence(...bags), "x", {})));
  if (algorithm === undefined || ciphertext === undefined) throw new Error("no EncryptedPrivateKeyInfo");
  const content = sequence(
    identifier("2a864886f70d010701"),
    der(derTag.sequence, algorithm.content),
    der(0x80, ciphertext.content),
  );
  return sequence(identifier("2a864886f70d010706"), der(0xa0, sequence(integer(0), content)));
}

/** A keystore without a MAC. */
export const pfx = (...safes: readonly Bytes[]): Bytes => sequence(integer(3), data(sequence(...safes)));

/** The same in BER: each length indefinite, each octet string in two pieces, as deep as keystores are written in BER. */
export function berOf(value: Bytes, within = 0): Bytes {
  const { tag, content } = readDer(value);
  if (tag === derTag.octets)
    return pieces(0x24, within < 2 && isNested(content) ? berOf(content, within + 1) : content);
  if (tag === 0x80) return pieces(0xa0, content);
  if ((tag & 0x20) === 0) return value;
  return indefinite(tag, ...membersOf(content).map((member) => berOf(member, within)));
}

const isNested = (content: Bytes): boolean => {
  try {
    return readDer(content).tag === derTag.sequence;
  } catch {
    return false;
  }
};

const membersOf = (content: Bytes): readonly Bytes[] =>
  derSequence(readDer(der(derTag.sequence, content))).map((member) => der(member.tag, member.content));

const pieces = (tag: number, content: Bytes): Bytes =>
  indefinite(tag, der(derTag.octets, content.slice(0, 5)), der(derTag.octets, content.slice(5)));

const indefinite = (tag: number, ...members: readonly Bytes[]): Bytes =>
  new Uint8Array(Buffer.concat([Uint8Array.of(tag, 0x80), ...members, Uint8Array.of(0, 0)]));
