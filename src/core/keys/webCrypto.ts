import { type Alg, algorithms } from "../algorithms.ts";

/** One object that serves WebCrypto's import, sign and verify; each reads only the members it knows. */
export interface CryptoAlgorithm {
  readonly name: string;
  readonly hash?: string;
  readonly namedCurve?: string;
  readonly saltLength?: number;
}

/** WebCrypto's terms for a JWS algorithm: the same as `jose` expects of a CryptoKey. */
export function cryptoAlgorithm(alg: Alg): CryptoAlgorithm {
  const { kty, crv = "", hash = 0 } = algorithms[alg];
  const sha = { hash: `SHA-${hash}` };
  if (kty === "oct") return { name: "HMAC", ...sha };
  if (kty === "EC") return { name: "ECDSA", namedCurve: crv, ...sha };
  if (kty !== "RSA") return { name: crv };
  // The salt is as long as the hash (RFC 7518 §3.5).
  if (alg.startsWith("PS")) return { name: "RSA-PSS", ...sha, saltLength: hash / 8 };
  return { name: "RSASSA-PKCS1-v1_5", ...sha };
}
