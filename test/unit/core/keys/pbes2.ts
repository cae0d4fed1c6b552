import { createCipheriv, pbkdf2Sync } from "node:crypto";
import { type Bytes, fromHex } from "../../../../src/core/bytes.ts";
import { derTag } from "../../../../src/core/keys/der/oids.ts";
import { der } from "../../../../src/core/keys/der/derWriter.ts";

/** The members of PBES2's parameters (RFC 8018 §A.4); numbers and identifiers as the hex of their DER content. */
export interface Pbes2 {
  readonly scheme: string;
  readonly kdf: string;
  readonly salt: Uint8Array;
  readonly iterations: string;
  readonly keyLength: string;
  readonly prf: string;
  readonly cipher: string;
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
  /** The members of scrypt-params (RFC 7914 §7.1) behind the salt, in place of PBKDF2's. */
  readonly scrypt: readonly string[];
}

const usual = {
  scheme: "2a864886f70d01050d",
  kdf: "2a864886f70d01050c",
  salt: new Uint8Array(16),
  iterations: "03e8",
  prf: "2a864886f70d0209",
  cipher: "60864801650304012a",
  iv: new Uint8Array(16),
};

/** An EncryptedPrivateKeyInfo, with what is to be odd about it. */
export function encryptedPkcs8(plain: Uint8Array, passphrase: string, change: Partial<Pbes2>): Bytes {
  const { scheme, kdf, salt, iterations, keyLength, prf, cipher, iv, ciphertext, scrypt } = {
    keyLength: undefined,
    scrypt: undefined,
    ciphertext: encrypt(plain, passphrase, change.iterations ?? usual.iterations),
    ...usual,
    ...change,
  };
  const pbkdf2 = sequence(
    octets(salt),
    integer(iterations),
    ...(keyLength === undefined ? [] : [integer(keyLength)]),
    sequence(identifier(prf), der(derTag.null)),
  );
  const derivation =
    scrypt === undefined
      ? sequence(identifier(kdf), pbkdf2)
      : sequence(identifier("2b06010401da47040b"), sequence(octets(salt), ...scrypt.map(integer)));
  const pbes2 = sequence(derivation, sequence(identifier(cipher), octets(iv)));
  return sequence(sequence(identifier(scheme), pbes2), octets(ciphertext));
}

function encrypt(plain: Uint8Array, passphrase: string, iterations: string): Uint8Array {
  // What stands for hostile numbers is never run.
  const rounds = Math.max(1, Math.min(Number.parseInt(iterations, 16), 10_000));
  const key = pbkdf2Sync(passphrase, usual.salt, rounds, 32, "sha256");
  const cipher = createCipheriv("aes-256-cbc", key, usual.iv);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
}

const bytes = (hex: string): Bytes => fromHex(hex) ?? new Uint8Array(0);
const sequence = (...members: readonly Bytes[]): Bytes => der(derTag.sequence, ...members);
const identifier = (hex: string): Bytes => der(derTag.oid, bytes(hex));
const integer = (hex: string): Bytes => der(derTag.integer, bytes(hex));
const octets = (content: Uint8Array): Bytes => der(derTag.octets, new Uint8Array(content));
