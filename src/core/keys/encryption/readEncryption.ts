import { type Bytes, toBigInt, toHex } from "../../bytes.ts";
import { derContent, DerError, derSequence, derUnsigned, type DerValue } from "../der/der.ts";
import { derTag } from "../der/oids.ts";
import { isNative } from "./derive.ts";
import type { Cipher, Derivation, Encryption } from "./encryption.ts";
import { type Container, encryptionUnsupported, kdfTooExpensive, scryptTooExpensive } from "./encryptionErrors.ts";
import { ciphers, encryptionOid, prfHashes, refusedEncryption, saltedSchemes } from "./oids.ts";

// Some seconds each; OpenSSL's default is 2048, OWASP's advice for PBKDF2 600 000.
const mostIterations = 10_000_000;
const mostIterationsHere = 1_000_000; // Without WebCrypto's help.
const longestSalt = 1024; // Bytes; 8 to 64 are in use.
const mostMemory = 2 ** 28; // Bytes; OpenSSL refuses more than 2^25.
const mostScryptWork = 2 ** 23; // N·r·p; OpenSSL's default is 2^17.

/**
 * Reads an AlgorithmIdentifier and what it encrypted without decrypting, so that nobody is asked for a passphrase in vain.
 * Throws DerError, KEY_ENCRYPTION_UNSUPPORTED, KEY_KDF_TOO_EXPENSIVE.
 */
export function readEncryption(algorithm: DerValue | undefined, ciphertext: Bytes, container: Container): Encryption {
  const { hex, parameters } = identifier(algorithm);
  const scheme = saltedSchemes.get(hex);
  if (scheme !== undefined) {
    const [salt, count] = derSequence(parameters);
    const salted = { salt: readSalt(salt), iterations: readIterations(count, container) };
    return whole({ derivation: { ...scheme.kdf, ...salted }, cipher: scheme.cipher, ciphertext });
  }
  if (hex !== encryptionOid.pbes2) throw unsupported(hex, container);
  // RFC 8018 §A.4.
  const [derivation, encryption] = derSequence(parameters);
  const { hex: cipherHex, parameters: iv } = identifier(encryption);
  const cipher = ciphers.get(cipherHex);
  if (cipher === undefined) throw unsupported(cipherHex, container);
  const kdf = readDerivation(identifier(derivation), cipher, container);
  return whole({ derivation: kdf, cipher, iv: derContent(iv, derTag.octets), ciphertext });
}

/** Throws DerError unless the lengths are those of the cipher. */
function whole(encryption: Encryption): Encryption {
  const { cipher, iv, ciphertext } = encryption;
  if (iv !== undefined && iv.length !== cipher.block) throw new DerError("no initialization vector");
  if (ciphertext.length === 0 || ciphertext.length % cipher.block !== 0) throw new DerError("no blocks");
  return encryption;
}

function readDerivation({ hex, parameters }: Identifier, { keyLength }: Cipher, container: Container): Derivation {
  const members = derSequence(parameters);
  if (hex === encryptionOid.pbkdf2) return readPbkdf2(members, keyLength, container);
  if (hex === encryptionOid.scrypt) return readScrypt(members, keyLength);
  throw unsupported(hex, container);
}

/** PBKDF2-params (RFC 8018 §A.2). */
function readPbkdf2([first, count, ...rest]: readonly DerValue[], keyLength: number, container: Container): Derivation {
  const length = rest[0]?.tag === derTag.integer ? rest.shift() : undefined;
  checkLength(length, keyLength);
  const prf = rest.length === 0 ? encryptionOid.hmacSha1 : identifier(rest.shift()).hex;
  if (rest.length > 0) throw new DerError("too many members");
  const hash = prfHashes.get(prf);
  if (hash === undefined) throw unsupported(prf, container);
  const iterations = readIterations(count, container, isNative(hash) ? mostIterations : mostIterationsHere);
  return { kdf: "PBKDF2", hash, salt: readSalt(first), iterations };
}

/** scrypt-params (RFC 7914 §7.1); the bounds are those of §2. */
function readScrypt([first, ...rest]: readonly DerValue[], keyLength: number): Derivation {
  const [N = 0, r = 0, p = 0] = rest.slice(0, 3).map((value) => small(derUnsigned(value)));
  checkLength(rest[3], keyLength);
  if (N < 2 || r < 1 || p < 1 || rest.length > 4) throw new DerError("no scrypt parameters");
  if (128 * N * r > mostMemory || N * r * p > mostScryptWork) throw scryptTooExpensive();
  if (!Number.isInteger(Math.log2(N)) || Math.log2(N) >= 16 * r) throw new DerError("N is no power of two");
  return { kdf: "scrypt", salt: readSalt(first), N, r, p };
}

function checkLength(length: DerValue | undefined, keyLength: number): void {
  if (length !== undefined && small(derUnsigned(length)) !== keyLength) throw new DerError("key length");
}

function readSalt(value: DerValue | undefined): Bytes {
  const salt = derContent(value, derTag.octets);
  if (salt.length === 0 || salt.length > longestSalt) throw new DerError("salt length");
  return salt;
}

/** Throws DerError, KEY_KDF_TOO_EXPENSIVE. */
export function readIterations(value: DerValue | undefined, container: Container, most = mostIterationsHere): number {
  const iterations = small(derUnsigned(value));
  if (iterations === 0) throw new DerError("no iterations");
  if (iterations > most) throw kdfTooExpensive(most, container);
  return iterations;
}

interface Identifier {
  readonly hex: string;
  readonly parameters: DerValue | undefined;
}

/** AlgorithmIdentifier (RFC 5280 §4.1.1.2). */
function identifier(value: DerValue | undefined): Identifier {
  const [type, parameters, ...rest] = derSequence(value);
  if (rest.length > 0) throw new DerError("too many members");
  return { hex: toHex(derContent(type, derTag.oid)), parameters };
}

/** A number that is either below 2^32 or only compared with limits far below. */
const small = (bytes: Bytes): number => (bytes.length > 4 ? Number.POSITIVE_INFINITY : Number(toBigInt(bytes)));

function unsupported(hex: string, container: Container): Error {
  const { what, legacy } = refusedEncryption(hex);
  return encryptionUnsupported(what, legacy, container);
}
