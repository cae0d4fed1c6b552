import { toHex } from "../../bytes.ts";
import { derContent, derMembers, derUnsigned, type DerValue } from "./der.ts";
import { derTag } from "./derTags.ts";
import { oid } from "./oids.ts";

/**
 * Whether ECParameters (RFC 3279 §2.3.5) spell out P-256 in full. Every number is compared: parameters that differ in the
 * base point alone are how CVE-2020-0601 forged keys. The seed is informative and not compared. Throws DerError.
 */
export function isExplicitP256(parameters: DerValue): boolean {
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
