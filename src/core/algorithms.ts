/** Signature algorithms of RFC 7518 §3.1, RFC 8037 / 9864 (Ed25519) and RFC 9964 (ML-DSA), and the key each one needs. */
export interface AlgorithmRow {
  readonly kty: KeyType;
  /** Curve, or for AKP the parameter set. Absent where the algorithm does not tie one. */
  readonly crv?: string;
  /** Hash in bits. For HMAC it is also the least length of the secret, in bits (RFC 7518 §3.2). */
  readonly hash?: number;
  /** Length in bytes of every signature (RFC 7518 §3.2 and §3.4, RFC 8037 §3.1, RFC 9964 §4). Absent for RSA: the modulus's. */
  readonly signature?: number;
}

export type KeyType = "RSA" | "EC" | "OKP" | "AKP" | "oct";

const rows = {
  HS256: { kty: "oct", hash: 256, signature: 32 },
  HS384: { kty: "oct", hash: 384, signature: 48 },
  HS512: { kty: "oct", hash: 512, signature: 64 },
  RS256: { kty: "RSA", hash: 256 },
  RS384: { kty: "RSA", hash: 384 },
  RS512: { kty: "RSA", hash: 512 },
  PS256: { kty: "RSA", hash: 256 },
  PS384: { kty: "RSA", hash: 384 },
  PS512: { kty: "RSA", hash: 512 },
  ES256: { kty: "EC", crv: "P-256", hash: 256, signature: 64 },
  ES384: { kty: "EC", crv: "P-384", hash: 384, signature: 96 },
  ES512: { kty: "EC", crv: "P-521", hash: 512, signature: 132 },
  Ed25519: { kty: "OKP", crv: "Ed25519", signature: 64 },
  EdDSA: { kty: "OKP", crv: "Ed25519", signature: 64 },
  "ML-DSA-44": { kty: "AKP", crv: "ML-DSA-44", signature: 2420 },
  "ML-DSA-65": { kty: "AKP", crv: "ML-DSA-65", signature: 3309 },
  "ML-DSA-87": { kty: "AKP", crv: "ML-DSA-87", signature: 4627 },
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

/** Whether a signature of that many bytes can be by `alg`. RSA keys in use have a whole number of 64-bit words. */
export function isSignatureLength(alg: Alg, bytes: number): boolean {
  const { signature } = algorithms[alg];
  return signature === undefined ? bytes >= 128 && bytes % 8 === 0 : bytes === signature;
}
