import { type Alg, algorithms } from "../../algorithms.ts";
import { type Bytes, concat } from "../../bytes.ts";
import { curveOids, derTag, mlDsaOids, oid, oidBytes } from "./oids.ts";
import { der, derInteger } from "./derWriter.ts";
import type { PrivateParts, RsaNumbers } from "../parts.ts";
import { derMembers, readDer } from "./der.ts";
import { pssHashes } from "./pssAlg.ts";

const { integer, bitString, octets, null: nullTag, oid: oidTag, sequence } = derTag;

/** Writes any private key as PKCS#8 (RFC 5958 §2), version 1 and without attributes: the one form every WebCrypto reads. */
export function writePkcs8(parts: PrivateParts): Bytes {
  switch (parts.kty) {
    case "RSA":
      return wrap([identifier(oid.rsa), der(nullTag)], rsaPrivateKey(parts.numbers));
    case "EC":
      return wrap([identifier(oid.ec), identifier(curveOids[parts.crv])], ecPrivateKey(parts.d, parts.point));
    case "OKP":
      return wrap([identifier(oid.ed25519)], der(octets, parts.d));
    case "AKP":
      return wrap([identifier(mlDsaOids[parts.crv])], der(0x80, parts.seed));
  }
}

/** The same PKCS#8 of an RSA key, as that of an RSA-PSS key which allows these algorithms alone (RFC 4055 §1.2 and §3.1). */
export function limitedPkcs8(pkcs8: Bytes, algs: readonly Alg[]): Bytes {
  const inner = derMembers(readDer(pkcs8))[2]?.content ?? new Uint8Array(0);
  return wrap([identifier(oid.rsaPss), ...pssParameters(algs)], inner);
}

/** RSASSA-PSS-params: one hash, for the mask too, and a salt of its length. Absent where any hash is allowed. */
function pssParameters([alg, another]: readonly Alg[]): readonly Bytes[] {
  const [hex] = [...pssHashes].find(([, each]) => each === alg) ?? [];
  if (alg === undefined || hex === undefined || another !== undefined) return [];
  const hash = der(sequence, identifier(hex), der(nullTag));
  const mask = der(sequence, identifier(oid.mgf1), hash);
  const salt = derInteger(Uint8Array.of((algorithms[alg].hash ?? 0) / 8));
  return [der(sequence, der(0xa0, hash), der(0xa1, mask), der(0xa2, salt))];
}

const wrap = (algorithm: readonly Bytes[], privateKey: Bytes): Bytes =>
  der(sequence, version(0), der(sequence, ...algorithm), der(octets, privateKey));

const identifier = (hex: string): Bytes => der(oidTag, oidBytes(hex));

const version = (number: number): Bytes => der(integer, Uint8Array.of(number));

/** RFC 8017 §A.1.2. */
const rsaPrivateKey = ({ n, e, d, p, q, dp, dq, qi }: RsaNumbers): Bytes =>
  der(sequence, version(0), ...[n, e, d, p, q, dp, dq, qi].map((number) => derInteger(number)));

/**
 * RFC 5915 §3; the curve stands in the algorithm, so not here again. A compressed point, which not every WebCrypto reads,
 * is left out: it is computed from d then.
 */
function ecPrivateKey(d: Bytes, point: Bytes | undefined): Bytes {
  const publicKey = point?.[0] !== 4 ? [] : [der(0xa1, der(bitString, concat(Uint8Array.of(0), point)))];
  return der(sequence, version(1), der(octets, d), ...publicKey);
}
