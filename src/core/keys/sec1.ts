import { padTo, toHex } from "./bytes.ts";
import { derBits, derContent, derMembers, derTag, type DerValue } from "./der.ts";
import { curveUnsupported, keyTruncated } from "./errors.ts";
import { isExplicitP256 } from "./explicitCurve.ts";
import { curveOfOid, refusedCurve } from "./oids.ts";
import { type EcCurve, ecSizes, type FoundKey } from "./parts.ts";

/**
 * Reads the members of an ECPrivateKey (RFC 5915 §3). `outer` is the curve as PKCS#8 names it, which then rules.
 * Throws DerError, UserError.
 */
export function readSec1(members: readonly DerValue[], outer?: DerValue): FoundKey {
  const inner = members.find(({ tag }) => tag === 0xa0);
  const parameters = outer ?? (inner && derMembers(inner)[0]);
  if (parameters === undefined) throw curveUnsupported("a curve that the file does not name");
  const crv = curveOf(parameters);
  // Some writers drop the leading zeros of d that RFC 5915 §3 asks for; padding it back changes nothing.
  const d = padTo(ecSizes[crv], derContent(members[1], derTag.octets));
  if (d === undefined) throw keyTruncated();
  const publicKey = members.find(({ tag }) => tag === 0xa1);
  const point = publicKey && derBits(derMembers(publicKey)[0]);
  // A compressed point is left out: WebCrypto then computes it from d.
  return { parts: { kty: "EC", crv, d, ...(point?.[0] === 4 && { point }) } };
}

function curveOf(parameters: DerValue): EcCurve {
  if (parameters.tag === derTag.sequence) {
    if (isExplicitP256(parameters)) return "P-256";
    throw curveUnsupported("explicit parameters instead of a named curve");
  }
  const hex = toHex(derContent(parameters, derTag.oid));
  const crv = curveOfOid(hex);
  if (crv === undefined) throw curveUnsupported(refusedCurve(hex));
  return crv;
}
