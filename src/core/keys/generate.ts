import { type Alg, algNames, algorithms, isAlg } from "../algorithms.ts";
import { userError, type UserError } from "../errors.ts";
import { algUnsupportedHere, keyTooLarge, keyTooSmall } from "./errors.ts";
import { algUnsupported } from "./check/fit.ts";
import { cryptoAlgorithm, keyOf, secretKeyOf } from "./hostKey.ts";
import type { Key } from "./key.ts";

const mostRsaBits = 8192; // Already half a minute and more to make.
const mostSecretBits = 65_536 * 8;

/**
 * Makes a key for `alg` in this host's WebCrypto. `bits`: RSA modulus, 2048 without it; HMAC secret, the hash's length
 * without it (RFC 7518 §3.2). Throws KEY_TOO_SMALL, KEY_TOO_LARGE, KEY_BITS, SECRET_LENGTH, and KEY_TYPE_UNSUPPORTED where
 * this host lacks the algorithm.
 */
export async function generateKey(alg: Alg, options: { bits?: number } = {}): Promise<Key> {
  if (!isAlg(alg)) throw algUnsupported(alg);
  const { kty, hash = 0 } = algorithms[alg];
  if (kty === "oct") return secretKeyOf(randomSecret(options.bits ?? hash, hash), alg);
  const rsa = kty === "RSA" ? rsaParameters(options.bits ?? 2048) : {};
  let pair: CryptoKey | CryptoKeyPair;
  try {
    const algorithm = { ...cryptoAlgorithm(alg), ...rsa };
    pair = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  } catch {
    throw algUnsupportedHere(alg);
  }
  return keyOf("privateKey" in pair ? pair.privateKey : pair, alg);
}

/** What this host can generate keys for: ML-DSA, and on older hosts Ed25519, are not in every WebCrypto. */
export async function generableAlgs(): Promise<readonly Alg[]> {
  const found = await Promise.all(algNames.map(async (alg) => ((await isGenerable(alg)) ? [alg] : [])));
  return found.flat();
}

async function isGenerable(alg: Alg): Promise<boolean> {
  const { kty } = algorithms[alg];
  if (kty === "RSA" || kty === "EC" || kty === "oct") return true;
  // Trying takes less than a millisecond, and not every host can be asked (`SubtleCrypto.supports`).
  return crypto.subtle.generateKey(cryptoAlgorithm(alg), false, ["sign", "verify"]).then(
    () => true,
    () => false,
  );
}

function rsaParameters(bits: number) {
  if (!(bits >= 2048)) throw keyTooSmall(bits);
  if (bits > mostRsaBits) throw keyTooLarge(bits, mostRsaBits);
  if (bits % 8 !== 0) throw rsaBits(bits);
  return { modulusLength: bits, publicExponent: Uint8Array.of(1, 0, 1) };
}

function randomSecret(bits: number, least: number) {
  if (!(bits >= least && bits <= mostSecretBits && bits % 8 === 0)) throw secretLength(least);
  return crypto.getRandomValues(new Uint8Array(bits / 8));
}

const rsaBits = (bits: number): UserError =>
  userError(
    "KEY_BITS",
    `An RSA key of ${bits} bits cannot be made: the length must be a multiple of 8.`,
    "Choose 2048, 3072 or 4096.",
  );

const secretLength = (least: number): UserError =>
  userError(
    "SECRET_LENGTH",
    "A secret of that length cannot be made.",
    `Choose ${least} bits or more, in whole bytes.`,
  );
