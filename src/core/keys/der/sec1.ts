import { type Bytes, concat, padTo, toHex } from "../../bytes.ts";
import { derBits, derContent, DerError, derMembers, derUnsigned, type DerValue } from "./der.ts";
import { curveOfOid, derTag, oid, refusedCurve } from "./oids.ts";
import { formOf } from "./derForm.ts";
import { curveUnsupported, keyInconsistent, keyTruncated } from "../errors.ts";
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

/**
 * Whether ECParameters (RFC 3279 §2.3.5) spell out P-256 in full. Every number is compared: parameters that differ in the
 * base point alone are how CVE-2020-0601 forged keys. The seed is informative and not compared. Throws DerError.
 */
function isExplicitP256(parameters: DerValue): boolean {
  const [version, field, curve, base, order, cofactor] = derMembers(parameters);
  if (field === undefined || curve === undefined) return false;
  const [fieldType, prime] = derMembers(field);
  const [a, b] = derMembers(curve);
  const numbers = [
    toHex(derUnsigned(version)),
    toHex(derContent(fieldType, derTag.oid)),
    toHex(derUnsigned(prime)),
    toHex(derContent(a, derTag.octets)),
    toHex(derContent(b, derTag.octets)),
    toHex(derContent(base, derTag.octets)),
    toHex(derUnsigned(order)),
    cofactor === undefined ? "01" : toHex(derUnsigned(cofactor)),
  ];
  return numbers.every((number, i) => number === p256[i]);
}

// FIPS 186-4 §D.1.2.3; the base point is uncompressed.
const p256 = [
  "01",
  oid.primeField,
  "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
  "ffffffff00000001000000000000000000000000fffffffffffffffffffffffc",
  "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b",
  "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
  "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
  "01",
];
