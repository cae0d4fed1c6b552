import { type Bytes, padTo } from "../../bytes.ts";
import { checkRsaPublic, rsaKey } from "../check/rsa.ts";
import { curveUnsupported, keyIsDsa, typeUnsupported } from "../errors.ts";
import { allNumbers } from "../jwk/rsaNumbers.ts";
import { type EcCurve, ecSizes, type FoundKey, type RsaNumbers } from "../parts.ts";
import { openSshTruncated } from "./sshErrors.ts";

const curves: ReadonlyMap<string, EcCurve> = new Map([
  ["nistp256", "P-256"],
  ["nistp384", "P-384"],
  ["nistp521", "P-521"],
]);

/** The numbers of an RSA key that SSH's formats hold: they lack the exponents for the primes. Throws UserError. */
export function sshRsa({ n, e, d, p, q, qi }: Omit<RsaNumbers, "dp" | "dq">): FoundKey {
  checkRsaPublic(n, e);
  return rsaKey(allNumbers({ n, e, d, p, q, qi }));
}

/** A key on a curve by its name in RFC 5656 §10.1. `point` is uncompressed. Throws UserError. */
export function sshEc(curve: string, point: Bytes, scalar: Bytes): FoundKey {
  const crv = curves.get(curve);
  if (crv === undefined) throw curveUnsupported("an unknown curve");
  const d = padTo(ecSizes[crv], scalar);
  if (d === undefined || point[0] !== 4 || point.length !== 1 + 2 * ecSizes[crv]) throw openSshTruncated();
  return { parts: { kty: "EC", crv, d, point } };
}

/** Throws UserError. */
export function sshEd25519(x: Bytes, d: Bytes): FoundKey {
  if (x.length !== 32 || d.length !== 32) throw openSshTruncated();
  return { parts: { kty: "OKP", crv: "Ed25519", d, x } };
}

/** The refusal of a key of a type that signs no tokens here. */
export function sshTypeRefused(type: string): Error {
  if (type === "ssh-dss") return keyIsDsa();
  if (type === "ssh-ed448") return curveUnsupported("Ed448");
  if (type.startsWith("sk-")) return typeUnsupported("the handle of a key inside a FIDO authenticator");
  return typeUnsupported("an SSH key of an unknown type");
}
