import type { JWK } from "jose";
import { type Alg, algNames } from "../../algorithms.ts";
import { type Bytes, fromBase64 } from "../../bytes.ts";
import { fits } from "../../keys/check/fit.ts";
import { cryptoAlgorithm, hostKey, publicHalf } from "../../keys/hostKey.ts";
import type { Key, KeySummary } from "../../keys/key.ts";
import type { SecretEncoding } from "../../keys/read/secret.ts";

/** A key that signatures are verified with. Of a private key it holds the public half alone. */
export interface VerificationKey extends Pick<KeySummary, "kty" | "crv" | "bits" | "kid"> {
  /** The name it is stored under; absent for a key that came with the call. */
  readonly name?: string;
  /** How the text of a secret was read, where that was not told. */
  readonly encoding?: SecretEncoding;
  /** What it may verify (RFC 8725 §3.1): the algorithm it names itself, else those of its type. */
  readonly algs: readonly Alg[];
  /** The key bound to one of its algorithms; imported at the first call. Rejects as WebCrypto does. */
  readonly cryptoKey: (alg: Alg) => Promise<CryptoKey>;
}

type Facts = Omit<VerificationKey, "algs" | "cryptoKey"> & { readonly algs?: readonly Alg[] };

/** A key from its public JWK, or from a secret's bytes. `algs`: what it may verify, where that is less than its type does. */
export function verificationKey({ algs, ...facts }: Facts, material: JWK | Bytes): VerificationKey {
  const imported = new Map<Alg, Promise<CryptoKey>>();
  const load = async (wanted: Alg): Promise<CryptoKey> => {
    const algorithm = cryptoAlgorithm(wanted);
    return material instanceof Uint8Array
      ? crypto.subtle.importKey("raw", material, algorithm, false, ["verify"])
      : crypto.subtle.importKey("jwk", material, algorithm, false, ["verify"]);
  };
  return {
    ...facts,
    algs: (algs ?? algNames).filter((each) => fits(facts, each)),
    cryptoKey: async (wanted) => {
      const known = imported.get(wanted) ?? load(wanted);
      imported.set(wanted, known);
      return known;
    },
  };
}

/** A stored key's verifying half, which verifies whatever the key signs. Rejects as WebCrypto does. */
export async function storedVerificationKey(name: string, key: Key): Promise<VerificationKey> {
  const { kty, crv, bits, kid, algs } = key;
  const facts = {
    name,
    kty,
    ...(crv !== undefined && { crv }),
    ...(bits !== undefined && { bits }),
    ...(kid !== undefined && { kid }),
    ...(algs !== undefined && { algs }),
  };
  if (kty === "oct") return verificationKey(facts, fromBase64(key.material.base64) ?? new Uint8Array(0));
  return verificationKey(facts, await publicHalf(await hostKey(key, key.alg, true), kty));
}
