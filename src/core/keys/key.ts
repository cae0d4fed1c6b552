import type { Alg, KeyType } from "../algorithms.ts";

/** What a key is, without what it is made of. */
interface KeyFacts {
  readonly kty: KeyType;
  /** What it signs with unless told otherwise. */
  readonly alg: Alg;
  /** Length of the RSA modulus or of the HMAC secret, in bits. Absent for other keys. */
  readonly bits?: number;
  /** Curve, or for AKP the parameter set. Absent for RSA and oct. */
  readonly crv?: string;
  /** RFC 7638: base64url SHA-256 of the public JWK; of the secret's own JWK for oct. */
  readonly thumbprint: string;
  readonly kid?: string;
  /** All that it may sign with, where its own form limits that: an RSA-PSS key (RFC 4055 §1.2 and §3.1). */
  readonly algs?: readonly Alg[];
}

/** What may be shown of a key. */
export interface KeySummary extends KeyFacts {
  /** The name the user gave it, unique among the stored keys. */
  readonly name: string;
  /** The key is in the memory of one window, and stored nowhere. */
  readonly windowOnly?: true;
}

/** A private key or HMAC secret in the one form that is stored: secret. */
export interface Key extends KeyFacts {
  readonly material: KeyMaterial;
}

/** `pkcs8`: base64 of the DER (RFC 5958) as WebCrypto exports it. `raw`: base64 of an HMAC secret's bytes. */
interface KeyMaterial {
  readonly format: "pkcs8" | "raw";
  readonly base64: string;
}

/** Copies member by member, so that a later member of `Key` is never shown by accident. */
export function summarize(name: string, key: Key): KeySummary {
  const { kty, alg, bits, crv, thumbprint, kid, algs } = key;
  return {
    name,
    kty,
    alg,
    ...(bits !== undefined && { bits }),
    ...(crv !== undefined && { crv }),
    thumbprint,
    ...(kid !== undefined && { kid }),
    ...(algs !== undefined && { algs }),
  };
}

type Described = Pick<KeySummary, "kty" | "crv" | "bits" | "algs" | "windowOnly">;

/** What a key is, in few words: "RSA, 4096 bits", "EC, P-256, this window only", "secret, 384 bits". */
export function describeKey({ kty, crv, bits, algs, windowOnly }: Described): string {
  const kind = kty === "oct" ? "secret" : kty;
  const limit = algs === undefined ? "" : `${algs.join(", ")} only`;
  const size = crv ?? (bits === undefined ? "" : `${bits} bits`);
  return [kind, size, limit, windowOnly === true ? "this window only" : ""].filter((part) => part !== "").join(", ");
}
