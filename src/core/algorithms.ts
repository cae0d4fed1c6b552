/** Signature algorithms of RFC 7518 §3.1, RFC 8037 / 9864 (Ed25519) and RFC 9964 (ML-DSA), and the key each one needs. */
export interface AlgorithmRow {
  readonly kty: KeyType;
  /** Curve, or for AKP the parameter set. Absent where the algorithm does not tie one. */
  readonly crv?: string;
  /** Hash in bits. For HMAC it is also the least length of the secret, in bits (RFC 7518 §3.2). */
  readonly hash?: number;
}

export type KeyType = "RSA" | "EC" | "OKP" | "AKP" | "oct";

const rows = {
  HS256: { kty: "oct", hash: 256 },
  HS384: { kty: "oct", hash: 384 },
  HS512: { kty: "oct", hash: 512 },
  RS256: { kty: "RSA", hash: 256 },
  RS384: { kty: "RSA", hash: 384 },
  RS512: { kty: "RSA", hash: 512 },
  PS256: { kty: "RSA", hash: 256 },
  PS384: { kty: "RSA", hash: 384 },
  PS512: { kty: "RSA", hash: 512 },
  ES256: { kty: "EC", crv: "P-256", hash: 256 },
  ES384: { kty: "EC", crv: "P-384", hash: 384 },
  ES512: { kty: "EC", crv: "P-521", hash: 512 },
  Ed25519: { kty: "OKP", crv: "Ed25519" },
  EdDSA: { kty: "OKP", crv: "Ed25519" },
  "ML-DSA-44": { kty: "AKP", crv: "ML-DSA-44" },
  "ML-DSA-65": { kty: "AKP", crv: "ML-DSA-65" },
  "ML-DSA-87": { kty: "AKP", crv: "ML-DSA-87" },
} as const satisfies Record<string, AlgorithmRow>;

/** An algorithm that signs. `none` (RFC 7518 §3.6) is not one: only the Custom provider knows it. */
export type Alg = keyof typeof rows;

/** Every algorithm with its key. No prototype, so that names from outside index it safely. */
export const algorithms: { readonly [Name in Alg]: AlgorithmRow } = Object.assign(Object.create(null), rows);

/** Every algorithm's name, in the order lists show them. */
export const algNames: readonly Alg[] = Object.keys(algorithms).filter(isAlg);

export function isAlg(name: string): name is Alg {
  return Object.hasOwn(algorithms, name);
}
