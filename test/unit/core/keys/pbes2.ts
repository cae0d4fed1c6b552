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
  const { scheme, kdf, salt, iterations, keyLength, prf, cipher, iv, ciphertext } = {
    keyLength: undefined,
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
  const pbes2 = sequence(sequence(identifier(kdf), pbkdf2), sequence(identifier(cipher), octets(iv)));
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
