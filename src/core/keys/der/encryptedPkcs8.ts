import { type Bytes, toBigInt, toHex } from "../../bytes.ts";
import { derContent, DerError, derSequence, derUnsigned, type DerValue } from "./der.ts";
import { aesKeyLengths, derTag, encryptionOid, prfHashes, refusedEncryption } from "./oids.ts";
import { encryptionUnsupported, kdfTooExpensive } from "./encryptionErrors.ts";
import type { EncryptedKey } from "../parts.ts";
import type { Derivation } from "./pbes2.ts";

const mostIterations = 10_000_000; // Some seconds; OpenSSL's default is 2048, OWASP's advice 600 000.
const longestSalt = 1024; // Bytes; 8 to 64 are in use.
const block = 16;

/**
 * Reads the members of an EncryptedPrivateKeyInfo (RFC 5958 §3) without decrypting, so that nobody is asked for a
 * passphrase in vain. Throws DerError, KEY_ENCRYPTION_UNSUPPORTED, KEY_KDF_TOO_EXPENSIVE.
 */
export function readEncrypted([algorithm, data]: readonly DerValue[]): EncryptedKey {
  const scheme = identifier(algorithm);
  if (scheme.hex !== encryptionOid.pbes2) throw unsupported(scheme.hex);
  // RFC 8018 §A.4.
  const [derivation, encryption] = derSequence(scheme.parameters);
  const cipher = identifier(encryption);
  const keyLength = aesKeyLengths.get(cipher.hex);
  if (keyLength === undefined) throw unsupported(cipher.hex);
  const iv = derContent(cipher.parameters, derTag.octets);
  const ciphertext = derContent(data, derTag.octets);
  if (iv.length !== block || ciphertext.length === 0 || ciphertext.length % block !== 0)
    throw new DerError("no blocks");
  return { encryption: { ...readPbkdf2(identifier(derivation), keyLength), iv, ciphertext } };
}

/** PBKDF2-params (RFC 8018 §A.2). */
function readPbkdf2({ hex, parameters }: Identifier, keyLength: number): Derivation {
  if (hex !== encryptionOid.pbkdf2) throw unsupported(hex);
  const [first, count, ...rest] = derSequence(parameters);
  const salt = derContent(first, derTag.octets);
  if (salt.length === 0 || salt.length > longestSalt) throw new DerError("salt length");
  const iterations = small(derUnsigned(count));
  if (iterations === 0) throw new DerError("no iterations");
  if (iterations > mostIterations) throw kdfTooExpensive(mostIterations);
  const length = rest[0]?.tag === derTag.integer ? rest.shift() : undefined;
  if (length !== undefined && small(derUnsigned(length)) !== keyLength) throw new DerError("key length");
  const prf = rest.length === 0 ? encryptionOid.hmacSha1 : identifier(rest.shift()).hex;
  const hash = prfHashes.get(prf);
  if (hash === undefined) throw unsupported(prf);
  if (rest.length > 0) throw new DerError("too many members");
  return { hash, salt, iterations, keyLength };
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

function unsupported(hex: string): Error {
  const { what, legacy } = refusedEncryption(hex);
  return encryptionUnsupported(what, legacy);
}
