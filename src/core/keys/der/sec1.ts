import { type Bytes, concat, padTo, toHex } from "../../bytes.ts";
import { derBits, derContent, DerError, derMembers, type DerValue } from "./der.ts";
import { derTag } from "./derTags.ts";
import { formOf } from "./derForm.ts";
import { curveUnsupported, keyInconsistent, keyTruncated } from "../errors.ts";
import { isExplicitP256 } from "./explicitCurve.ts";
import { curveOfOid, refusedCurve } from "./oids.ts";
import { type EcCurve, ecSizes, type FoundKey } from "../parts.ts";

/**
 * Reads the members of an ECPrivateKey (RFC 5915 §3). `outer` is the curve as PKCS#8 names it.
 * Throws DerError, UserError.
 */
export function readSec1(members: readonly DerValue[], outer?: DerValue): FoundKey {
  if (formOf(members) !== "sec1") throw new DerError("no ECPrivateKey");
  const inner = members.find(({ tag }) => tag === 0xa0);
  const named = [outer, inner && derMembers(inner)[0]].flatMap((curve) =>
    curve === undefined ? [] : [curveOf(curve)],
  );
  const [crv] = named;
  if (crv === undefined) throw curveUnsupported("a curve that the file does not name");
  if (named.some((curve) => curve !== crv)) throw keyInconsistent();
  // Some writers drop the leading zeros of d that RFC 5915 §3 asks for; padding it back changes nothing.
  const d = padTo(ecSizes[crv], derContent(members[1], derTag.octets));
  if (d === undefined) throw keyTruncated();
  const publicKey = members.find(({ tag }) => tag === 0xa1);
  const point = publicKey && publicPoint(derBits(derMembers(publicKey)[0]), ecSizes[crv]);
  return { parts: { kty: "EC", crv, d, ...(point && { point }) } };
}

/** The hybrid form of X9.62 §4.3.6 is the uncompressed one with y's parity told twice. */
function publicPoint(point: Bytes, size: number): Bytes {
  const [form = 0] = point;
  const isCompressed = form === 2 || form === 3;
  const isKnown = isCompressed || form === 4 || form === 6 || form === 7;
  if (!isKnown || point.length !== 1 + (isCompressed ? size : 2 * size)) throw keyTruncated();
  return form < 6 ? point : concat(Uint8Array.of(4), point.subarray(1));
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
