import { type Alg, algorithms } from "../../algorithms.ts";

/** Bytes of a signature by algorithms whose signatures all have one length (RFC 7518 §3.4, RFC 8037 §3.1, RFC 9964 §4). */
const lengths: { readonly [crv: string]: number } = {
  "P-256": 64,
  "P-384": 96,
  "P-521": 132,
  Ed25519: 64,
  "ML-DSA-44": 2420,
  "ML-DSA-65": 3309,
  "ML-DSA-87": 4627,
};

/** The length in bytes of every signature by `alg`; undefined for RSA, where it is the modulus's. */
export function signatureLength(alg: Alg): number | undefined {
  const { kty, crv = "", hash = 0 } = algorithms[alg];
  if (kty === "RSA") return undefined;
  return kty === "oct" ? hash / 8 : lengths[crv];
}

/** Whether a signature of that many bytes can be by `alg`. RSA keys in use have a whole number of 64-bit words. */
export function isSignatureLength(alg: Alg, bytes: number): boolean {
  const length = signatureLength(alg);
  return length === undefined ? bytes >= 128 && bytes % 8 === 0 : bytes === length;
}

/** Bytes that a base64url text of that many characters holds. */
export const bytesIn = (characters: number): number => Math.floor((characters * 3) / 4);
