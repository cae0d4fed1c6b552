import { fromHex, type Bytes } from "../../bytes.ts";
import type { EcCurve, MlDsa } from "../parts.ts";

/** The identifier octets of X.690 §8.1.2 that key structures are made of. */
export const derTag = { integer: 0x02, bitString: 0x03, octets: 0x04, null: 0x05, oid: 0x06, sequence: 0x30 } as const;

/** Object identifiers as the hex of their DER content. */
export const oid = {
  rsa: "2a864886f70d010101", // RFC 8017 §A.1
  rsaOaep: "2a864886f70d010107", // RFC 8017 §A.2.1
  rsaPss: "2a864886f70d01010a", // RFC 8017 §A.2.3
  mgf1: "2a864886f70d010108", // RFC 8017 §B.2.1
  ec: "2a8648ce3d0201", // RFC 5480 §2.1.1
  primeField: "2a8648ce3d0101", // RFC 3279 §2.3.5
  ed25519: "2b6570", // RFC 8410 §3
} as const;

export const curveOids: { readonly [Curve in EcCurve]: string } = {
  "P-256": "2a8648ce3d030107",
  "P-384": "2b81040022",
  "P-521": "2b81040023",
};

/** RFC 9881 §2. */
export const mlDsaOids: { readonly [Set in MlDsa]: string } = {
  "ML-DSA-44": "608648016503040311",
  "ML-DSA-65": "608648016503040312",
  "ML-DSA-87": "608648016503040313",
};

export const curveOfOid = (hex: string): EcCurve | undefined => ecCurves.find((crv) => curveOids[crv] === hex);
export const mlDsaOfOid = (hex: string): MlDsa | undefined => mlDsaSets.find((set) => mlDsaOids[set] === hex);

const ecCurves = ["P-256", "P-384", "P-521"] as const;
const mlDsaSets = ["ML-DSA-44", "ML-DSA-65", "ML-DSA-87"] as const;

/** Curves that exist but sign no tokens here, so that the refusal can name them. */
export function refusedCurve(hex: string): string {
  return hex.startsWith("2b24030302080101") ? "a brainpool curve" : (refusedCurves.get(hex) ?? "an unknown curve");
}

/** Kinds of key that sign no tokens, in the words of a refusal. */
export const refusedTypes: ReadonlyMap<string, string> = new Map([
  ["2a8648ce380401", "a DSA key"],
  ["2a864886f70d010301", "a Diffie-Hellman (DH) key"],
  ["2a8648ce3e0201", "a Diffie-Hellman (DH) key"],
]);

/** Curves with an identifier of their own as key type (RFC 8410 §3). */
export const refusedCurveTypes: ReadonlyMap<string, string> = new Map([
  ["2b6571", "Ed448"],
  ["2b656e", "X25519"],
  ["2b656f", "X448"],
]);

const refusedCurves: ReadonlyMap<string, string> = new Map([
  ["2b81040021", "P-224"],
  ["2a8648ce3d030101", "P-192"],
  ["2b8104000a", "secp256k1 (ES256K)"],
]);

export const oidBytes = (hex: string): Bytes => fromHex(hex) ?? new Uint8Array(0);
