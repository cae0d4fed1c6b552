import { type Alg, algNames, algorithms } from "../../core/algorithms.ts";

/** A key that can be generated. */
export interface KeyKind {
  readonly label: string;
  /** What its signatures are, in few words. */
  readonly signs: string;
  /** What such a key signs with, the usual one first. */
  readonly algs: readonly [Alg, ...Alg[]];
  /** RSA modulus bits. */
  readonly bits?: number;
}

const rsaAlgs = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"] as const;

const rsa = (bits: number): KeyKind => ({
  label: `RSA, ${bits} bits`,
  signs: rsaAlgs.join(", "),
  algs: rsaAlgs,
  bits,
});

const ofAlg = (alg: Alg): KeyKind => {
  const { kty, crv = alg, hash = 0 } = algorithms[alg];
  if (kty === "oct") return { label: `HMAC secret, ${hash} bits`, signs: alg, algs: [alg] };
  return {
    label: kty === "EC" ? `EC, ${crv}` : crv,
    signs: kty === "AKP" ? "post-quantum, RFC 9964" : alg,
    algs: [alg],
  };
};

/** What a host can generate that has these algorithms. Ed25519 goes by its older name, which every verifier knows. */
export function keyKinds(available: readonly Alg[]): readonly KeyKind[] {
  const single = algNames.filter(
    (alg) => available.includes(alg) && algorithms[alg].kty !== "RSA" && alg !== "Ed25519",
  );
  const [secrets, others] = [
    single.filter((alg) => algorithms[alg].kty === "oct"),
    single.filter((alg) => algorithms[alg].kty !== "oct"),
  ];
  return [rsa(2048), rsa(3072), rsa(4096), ...[...others, ...secrets].map(ofAlg)];
}
