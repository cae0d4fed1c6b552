import { keyIsPublic } from "../inputErrors.ts";
import { type Alg, isAlg, type KeyType } from "../../algorithms.ts";
import type { JsonObject } from "../../json.ts";
import { concat, withoutLeadingZeros } from "../../bytes.ts";
import { curveUnsupported, multiPrime } from "../errors.ts";
import { algUnsupported } from "../check/fit.ts";
import {
  jwkKtyMissing,
  jwkKtyUnsupported,
  jwkMemberShape,
  jwkRsaNoCrt,
  keyCannotSign,
  keyForEncryption,
  keyOpsForbidSign,
} from "./jwkErrors.ts";
import { fixedBytes, memberBytes, missingMembers, readKid, requireMembers } from "./jwkMembers.ts";
import { allNumbers, longestFactored } from "./rsaNumbers.ts";
import { mlDsaOids } from "../der/oids.ts";
import { type EcCurve, ecSizes, type FoundKey, type MlDsa } from "../parts.ts";
import { checkRsaPublic, rsaKey } from "../check/rsa.ts";
import { secretEmpty } from "../read/secretErrors.ts";

/** Reads a private JWK or a shared secret (RFC 7517; RFC 7518 §6; RFC 8037 §2; RFC 9964). Throws UserError. */
export function readJwk(jwk: JsonObject): FoundKey {
  const { kty, alg, use } = { kty: jwk["kty"], alg: jwk["alg"], use: jwk["use"] };
  if (kty === undefined) throw jwkKtyMissing();
  if (typeof kty !== "string" || !isKeyType(kty)) throw jwkKtyUnsupported(spellingOf(kty));
  if (use === "enc" || (typeof alg === "string" && isEncryptionAlg(alg))) throw keyForEncryption();
  const found = readers[kty](jwk);
  checkKeyOps(jwk);
  if (alg !== undefined && (typeof alg !== "string" || !isAlg(alg))) throw algUnsupported();
  const kid = readKid(jwk["kid"], "kid");
  return { ...found, ...(alg !== undefined && { alg }), ...(kid !== undefined && { kid }) };
}

export const isPrivateJwk = (jwk: JsonObject): boolean =>
  ["d", "k", "p", "q", "priv"].some((member) => jwk[member] !== undefined);

/** Whether it has only the private half of an EC, OKP or AKP key, from which the public one follows. */
export const isWithoutPublic = (jwk: JsonObject): boolean =>
  isPrivateJwk(jwk) &&
  missingMembers(jwk, ["x", "y", "pub"]).length === 3 &&
  jwk["kty"] !== "oct" &&
  jwk["kty"] !== "RSA";

const readers: { readonly [Kty in KeyType]: (jwk: JsonObject) => FoundKey } = {
  RSA: readRsa,
  EC: readEc,
  OKP: readOkp,
  AKP: readAkp,
  oct: readOct,
};

function readRsa(jwk: JsonObject): FoundKey {
  requireMembers(jwk, ["n", "e"]);
  const number = (name: string) => withoutLeadingZeros(memberBytes(jwk, name));
  checkRsaPublic(number("n"), number("e"));
  if (jwk["oth"] !== undefined) throw multiPrime();
  requirePrivate(jwk, ["d", "p", "q"]);
  const missing = missingMembers(jwk, ["p", "q", "dp", "dq", "qi"]);
  if (missing.includes("p") && missing.includes("q") && number("n").length > longestFactored)
    throw jwkRsaNoCrt(missing);
  const given = privateNumbers.filter((name) => jwk[name] !== undefined).map((name) => [name, number(name)] as const);
  return rsaKey(allNumbers({ n: number("n"), e: number("e"), ...Object.fromEntries(given) }));
}

const privateNumbers = ["d", "p", "q", "dp", "dq", "qi"];

function readEc(jwk: JsonObject): FoundKey {
  requireMembers(jwk, ["crv"]);
  const crv = jwk["crv"];
  if (!isEcCurve(crv)) throw curveUnsupported(crv === "secp256k1" ? "secp256k1 (ES256K)" : "an unknown curve");
  const size = ecSizes[crv];
  if (isWithoutPublic(jwk)) return { parts: { kty: "EC", crv, d: fixedBytes(jwk, "d", size) } };
  requireMembers(jwk, ["x", "y"]);
  const point = concat(Uint8Array.of(4), fixedBytes(jwk, "x", size), fixedBytes(jwk, "y", size));
  requirePrivate(jwk, ["d"]);
  return { parts: { kty: "EC", crv, d: fixedBytes(jwk, "d", size), point } };
}

function readOkp(jwk: JsonObject): FoundKey {
  requireMembers(jwk, ["crv"]);
  const crv = jwk["crv"];
  if (crv === "X25519" || crv === "X448") throw keyCannotSign(crv);
  if (crv !== "Ed25519") throw curveUnsupported(crv === "Ed448" ? crv : "an unknown curve");
  if (isWithoutPublic(jwk)) return { parts: { kty: "OKP", crv, d: fixedBytes(jwk, "d", 32) } };
  requireMembers(jwk, ["x"]);
  const x = fixedBytes(jwk, "x", 32);
  requirePrivate(jwk, ["d"]);
  return { parts: { kty: "OKP", crv, d: fixedBytes(jwk, "d", 32), x } };
}

function readAkp(jwk: JsonObject): FoundKey {
  requireMembers(jwk, ["alg"]);
  const crv = jwk["alg"];
  if (!isMlDsa(crv)) throw algUnsupported();
  if (isWithoutPublic(jwk)) return { parts: { kty: "AKP", crv, seed: fixedBytes(jwk, "priv", 32) } };
  requireMembers(jwk, ["pub"]);
  const pub = memberBytes(jwk, "pub");
  requirePrivate(jwk, ["priv"]);
  return { parts: { kty: "AKP", crv, seed: fixedBytes(jwk, "priv", 32), pub } };
}

function readOct(jwk: JsonObject): FoundKey {
  requireMembers(jwk, ["k"]);
  if (jwk["k"] === "") throw secretEmpty();
  return { parts: { kty: "oct", secret: memberBytes(jwk, "k") } };
}

function requirePrivate(jwk: JsonObject, members: readonly string[]): void {
  if (members.every((member) => jwk[member] === undefined)) throw keyIsPublic("a public JWK");
}

function checkKeyOps({ key_ops: operations }: JsonObject): void {
  if (operations === undefined) return;
  if (!Array.isArray(operations)) throw jwkMemberShape("key_ops", "an array");
  if (!operations.includes("sign")) throw keyOpsForbidSign();
}

/** RFC 7518 §4.1 and §5.1, and their later additions: algorithms of JWE, not of JWS. */
export const isEncryptionAlg = (alg: string): boolean =>
  /^(RSA1_5|RSA-OAEP.*|(ECDH-ES|PBES2|HPKE).*|dir|A\d{3}(KW|GCMKW|GCM|CBC-HS\d{3}))$/.test(alg);

export const isKeyType = (kty: string): kty is KeyType => Object.hasOwn(readers, kty);
export const isEcCurve = (crv: unknown): crv is EcCurve => typeof crv === "string" && Object.hasOwn(ecSizes, crv);
export const isMlDsa = (alg: unknown): alg is MlDsa & Alg => typeof alg === "string" && Object.hasOwn(mlDsaOids, alg);

const spellingOf = (kty: unknown): string | undefined =>
  Object.keys(readers).find((name) => typeof kty === "string" && name.toLowerCase() === kty.toLowerCase());
