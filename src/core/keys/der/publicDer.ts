import type { Alg } from "../../algorithms.ts";
import { notAKey } from "../inputErrors.ts";
import type { JsonObject } from "../../json.ts";
import { type Bytes, toBase64url, toHex } from "../../bytes.ts";
import { derBits, derContent, derMembers, derSequence, derUnsigned, type DerValue, readDer } from "./der.ts";
import { curveOfOid, derTag, mlDsaOfOid, oid, refusedCurve, refusedCurveTypes, refusedTypes } from "./oids.ts";
import { formOf } from "./derForm.ts";
import { curveUnsupported, keyIsDsa, keyTruncated, typeUnsupported } from "../errors.ts";
import { ecSizes } from "../parts.ts";
import { orTruncated } from "./orTruncated.ts";
import { pssAlgs } from "./pssAlg.ts";

/** A public key taken out of its structure, its numbers not yet judged. */
export interface PublicParts {
  /** The members that make up the public JWK (RFC 7517 §4, RFC 7518 §6). */
  readonly jwk: JsonObject;
  /** All that the structure allows, where it limits that: an RSA-PSS key (RFC 4055 §1.2 and §3.1). */
  readonly algs?: readonly Alg[];
}

/** Reads SPKI (RFC 5280 §4.1.2.7), PKCS#1 (RFC 8017 §A.1.1) or the key of a certificate. Throws UserError. */
export function readPublicDer(bytes: Bytes): PublicParts {
  return orTruncated(() => {
    const members = derMembers(readDer(bytes));
    const form = formOf(members);
    if (form === "certificate") return readSpki(certificateKey(members[0]));
    if (form !== "public") throw notAKey();
    return members.every(({ tag }) => tag === derTag.integer) ? readPkcs1Public(members) : readSpki(members);
  });
}

/** The subject's public key of a TBSCertificate: the seventh member, or the sixth of one without a version (RFC 5280 §4.1). */
function certificateKey(body: DerValue | undefined): readonly DerValue[] {
  const members = derSequence(body);
  return derSequence(members[members[0]?.tag === 0xa0 ? 6 : 5]);
}

function readPkcs1Public([n, e]: readonly DerValue[]): PublicParts {
  return { jwk: { kty: "RSA", n: toBase64url(derUnsigned(n)), e: toBase64url(derUnsigned(e)) } };
}

function readSpki([algorithm, key]: readonly DerValue[]): PublicParts {
  const [type, parameters] = derSequence(algorithm);
  const hex = toHex(derContent(type, derTag.oid));
  const bits = derBits(key);
  if (hex === oid.rsa) return readPkcs1Public(derMembers(readDer(bits)));
  if (hex === oid.rsaPss) return { ...readPkcs1Public(derMembers(readDer(bits))), algs: pssAlgs(parameters) };
  if (hex === oid.ec) return readEc(toHex(derContent(parameters, derTag.oid)), bits);
  if (hex === oid.ed25519) return { jwk: { kty: "OKP", crv: "Ed25519", x: toBase64url(bits) } };
  const mlDsa = mlDsaOfOid(hex);
  if (mlDsa !== undefined) return { jwk: { kty: "AKP", alg: mlDsa, pub: toBase64url(bits) } };
  if (hex === "2a8648ce380401") throw keyIsDsa();
  const curve = refusedCurveTypes.get(hex);
  throw curve === undefined
    ? typeUnsupported(refusedTypes.get(hex) ?? "a key of an unknown type")
    : curveUnsupported(curve);
}

/** Only the uncompressed point: a JWK needs y, and everything that makes such keys today writes it. */
function readEc(curve: string, point: Bytes): PublicParts {
  const crv = curveOfOid(curve);
  if (crv === undefined) throw curveUnsupported(refusedCurve(curve));
  const size = ecSizes[crv];
  if (point[0] !== 4 || point.length !== 1 + 2 * size) throw keyTruncated();
  return { jwk: { kty: "EC", crv, x: toBase64url(point.slice(1, 1 + size)), y: toBase64url(point.slice(1 + size)) } };
}
