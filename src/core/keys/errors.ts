import { userError } from "../errors.ts";
import { quoted } from "../visible.ts";

/** `what` as in "a DSA key": fixed words, never input. */
export const typeUnsupported = (what: string) =>
  userError(
    "KEY_TYPE_UNSUPPORTED",
    `This is ${what}, which cannot sign tokens.`,
    'Use an RSA, EC or Ed25519 key; "openssl genrsa -out FILE 3072" makes one.',
  );

export const keyIsDsa = () => typeUnsupported("a DSA key");

export const algUnsupportedHere = (what: string) =>
  userError(
    "KEY_TYPE_UNSUPPORTED",
    `This editor's WebCrypto does not support ${what}.`,
    "Use an RSA, EC or HMAC key here.",
  );

export const mlDsaWithoutSeed = () =>
  userError(
    "KEY_TYPE_UNSUPPORTED",
    "This ML-DSA key lacks its seed, and only the seed can be imported (RFC 9964).",
    "Export the key again with its seed.",
  );

export const multiPrime = () =>
  userError(
    "KEY_TYPE_UNSUPPORTED",
    "This is a multi-prime RSA key, and only keys with two primes can sign here.",
    'Make one with "openssl genrsa -out FILE 3072".',
  );

/** `curve` comes from our own tables, never from the input. */
export const curveUnsupported = (curve: string) =>
  userError(
    "KEY_CURVE_UNSUPPORTED",
    `This key is on ${curve}, which WebCrypto cannot sign tokens with.`,
    'Use an EC key on P-256, P-384 or P-521, or an Ed25519 key; "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out FILE" makes one.',
  );

export const keyTooSmall = (bits: number) =>
  userError(
    "KEY_TOO_SMALL",
    `This RSA key has ${bits} bits; signing needs 2048 or more (RFC 7518 §3.3).`,
    'Make one with "openssl genrsa -out FILE 3072".',
  );

export const keyTooLarge = (bits: number, most: number) =>
  userError(
    "KEY_TOO_LARGE",
    `An RSA key of ${bits} bits is too slow to sign with.`,
    `Use one of 2048 to ${most} bits.`,
  );

export const badExponent = () =>
  userError(
    "KEY_RSA_BAD_EXPONENT",
    "The public exponent e of this RSA key must be odd, above 1 and below 2^256.",
    'Make a new key with "openssl genrsa -out FILE 3072".',
  );

export const weakRoca = () =>
  userError(
    "KEY_WEAK_ROCA",
    "This RSA key is known to be weak: its private half can be computed (ROCA, CVE-2017-15361).",
    'Make a new one with "openssl genrsa -out FILE 3072".',
  );

export const keyInconsistent = () =>
  userError(
    "KEY_INCONSISTENT",
    "The private and public parts of this key do not belong together, so nobody could verify its tokens.",
    "Export the key again from its source.",
  );

export const publicKeyInvalid = () =>
  userError(
    "KEY_INCONSISTENT",
    "This is not a valid public key: its parts do not match, or its point is not on the curve.",
    "Copy it again from its source.",
  );

export const keyTruncated = () =>
  userError(
    "KEY_TRUNCATED",
    "The key data is cut short or damaged.",
    'Copy or download the whole key again; "openssl pkey -in FILE -check -noout" tells whether a file is complete.',
  );

export const keyDamagedInStore = () =>
  userError("KEY_DAMAGED", "The stored key can no longer be read.", "Delete it and import it again.");

export const publicKeyOfSecret = () =>
  userError(
    "PUBLIC_KEY_OF_SECRET",
    "An HMAC secret has no public key.",
    "Hand the secret itself to whoever verifies, or use an RSA, EC or Ed25519 key.",
  );

export const keyMissing = (name: string) =>
  userError("KEY_MISSING", `The key ${quoted(name)} is not on this machine.`, "Import it again under that name.");
