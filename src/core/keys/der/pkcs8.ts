import { type Bytes, toHex } from "../../bytes.ts";
import { derContent, derMembers, type DerValue, readDer } from "./der.ts";
import { derTag, mlDsaOfOid, oid, refusedCurveTypes, refusedTypes } from "./oids.ts";
import { curveUnsupported, keyTruncated, mlDsaWithoutSeed, typeUnsupported } from "../errors.ts";
import { keyForEncryption } from "../jwk/jwkErrors.ts";
import type { FoundKey, MlDsa } from "../parts.ts";
import { readPkcs1 } from "./pkcs1.ts";
import { pssAlgs } from "./pssAlg.ts";
import { readSec1 } from "./sec1.ts";

interface Wrapped {
  readonly parameters: DerValue | undefined;
  readonly inner: Bytes;
  /** The public key of RFC 5958 §2, version 2. */
  readonly publicKey: Bytes | undefined;
}

/** Reads the members of a PrivateKeyInfo or OneAsymmetricKey (RFC 5958 §2). Throws DerError, UserError. */
export function readPkcs8(members: readonly DerValue[]): FoundKey {
  const [, algorithm, privateKey] = members;
  const inner = derContent(privateKey, derTag.octets);
  const [type, parameters] = algorithm === undefined ? [] : derMembers(algorithm);
  const hex = toHex(derContent(type, derTag.oid));
  const publicKey = members.find(({ tag }) => tag === 0x81)?.content.subarray(1);
  const set = mlDsaOfOid(hex);
  const read = set === undefined ? readers.get(hex) : (wrapped: Wrapped) => readMlDsa(set, wrapped);
  if (read === undefined) throw refused(hex);
  return read({ parameters, inner, publicKey });
}

const readers: ReadonlyMap<string, (wrapped: Wrapped) => FoundKey> = new Map([
  [oid.rsa, ({ inner }: Wrapped) => readPkcs1(derMembers(readDer(inner)))],
  [oid.rsaPss, readRsaPss],
  [oid.ec, ({ inner, parameters }: Wrapped) => readSec1(derMembers(readDer(inner)), parameters)],
  [oid.ed25519, readEd25519],
]);

function readRsaPss({ inner, parameters }: Wrapped): FoundKey {
  const algs = pssAlgs(parameters);
  return { ...readPkcs1(derMembers(readDer(inner))), alg: algs[0], algs };
}

function readEd25519({ inner, publicKey: x }: Wrapped): FoundKey {
  const d = derContent(readDer(inner), derTag.octets);
  if (d.length !== 32) throw keyTruncated();
  return { parts: { kty: "OKP", crv: "Ed25519", d, ...(x && { x }) } };
}

/** RFC 9881 §6: the seed alone, [0], or the seed with the expanded key. */
function readMlDsa(crv: MlDsa, { inner, publicKey: pub }: Wrapped): FoundKey {
  const value = readDer(inner);
  if (value.tag === derTag.octets) throw mlDsaWithoutSeed();
  const seed = value.tag === 0x80 ? value.content : derContent(derMembers(value)[0], derTag.octets);
  if (seed.length !== 32) throw keyTruncated();
  return { parts: { kty: "AKP", crv, seed, ...(pub && { pub }) } };
}

function refused(hex: string): Error {
  const curve = refusedCurveTypes.get(hex);
  if (curve !== undefined) return curveUnsupported(curve);
  return hex === oid.rsaOaep
    ? keyForEncryption()
    : typeUnsupported(refusedTypes.get(hex) ?? "a key of an unknown type");
}
