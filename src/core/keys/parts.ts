import type { Alg } from "../algorithms.ts";
import type { Bytes } from "../bytes.ts";
import type { KeyWarning } from "./check/warnings.ts";

export type EcCurve = "P-256" | "P-384" | "P-521";
export type MlDsa = "ML-DSA-44" | "ML-DSA-65" | "ML-DSA-87";

/** Length of a field element and of `d`, in bytes (RFC 7518 §6.2.1.2, §6.2.2.1). */
export const ecSizes: { readonly [Curve in EcCurve]: number } = { "P-256": 32, "P-384": 48, "P-521": 66 };

/** The members of RFC 8017 §A.1.2, named as in RFC 7518 §6.3: unsigned big-endian, no leading zeros. */
export type RsaNumbers = { readonly [Member in "n" | "e" | "d" | "p" | "q" | "dp" | "dq" | "qi"]: Bytes };

/** A private key taken apart, whatever form it came in. The public members are what the form claims, not yet proven. */
export type PrivateParts =
  | { readonly kty: "RSA"; readonly numbers: RsaNumbers }
  /** `point` is uncompressed, 0x04, x, y, or compressed, 0x02 or 0x03 by the parity of y, x (SEC 1 §2.3.3). */
  | { readonly kty: "EC"; readonly crv: EcCurve; readonly d: Bytes; readonly point?: Bytes }
  | { readonly kty: "OKP"; readonly crv: "Ed25519"; readonly d: Bytes; readonly x?: Bytes }
  | { readonly kty: "AKP"; readonly crv: MlDsa; readonly seed: Bytes; readonly pub?: Bytes };

interface SecretParts {
  readonly kty: "oct";
  readonly secret: Bytes;
}

/** What a reader found in the input. */
export interface FoundKey {
  readonly parts: PrivateParts | SecretParts;
  /** What the form itself says it is for (RFC 7517 §4.4). */
  readonly alg?: Alg;
  /** All that the form allows, where it limits that: no RSASSA-PKCS1-v1_5, or one hash alone (RFC 4055 §1.2 and §3.1). */
  readonly algs?: readonly Alg[];
  /** The form shows by nothing but its length, so only a proof tells that this is a key. */
  readonly guessed?: true;
  /** What the text around it calls it, such as an environment variable. */
  readonly name?: string;
  readonly kid?: string;
  readonly warnings?: readonly KeyWarning[];
}

/** A private key that a passphrase opens. */
export interface EncryptedKey {
  /** Undefined for a wrong passphrase; throws UserError for what reading the key throws. */
  readonly open: (passphrase: string) => Promise<FoundKey | undefined>;
  /** The one that stands in the same file. */
  readonly passphrase?: string;
  /** OpenSSL does not decrypt the file as it is: it is JSON or another text around the key, or needs its legacy provider. */
  readonly notByOpenssl?: true;
  readonly name?: string;
  readonly kid?: string;
}
