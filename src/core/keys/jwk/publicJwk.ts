import type { JWK } from "jose";
import { type Alg, isAlg, type KeyType } from "../../algorithms.ts";
import type { JsonObject } from "../../json.ts";
import { toBase64url, withoutLeadingZeros } from "../../bytes.ts";
import { curveUnsupported } from "../errors.ts";
import { algUnsupported } from "../check/fit.ts";
import { isEcCurve, isEncryptionAlg, isKeyType, isMlDsa } from "./jwk.ts";
import { jwkKtyMissing, jwkKtyUnsupported, keyCannotSign, keyForEncryption, keyOpsForbidVerify } from "./jwkErrors.ts";
import { fixedBytes, memberBytes, readKid, requireMembers } from "./jwkMembers.ts";
import { ecSizes } from "../parts.ts";
import { checkRsaPublic } from "../check/rsa.ts";

/** A JWK that verifies: its public members and nothing besides, or a shared secret. */
export interface PublicJwk {
  readonly jwk: JWK;
  /** The algorithm that it is for, where it names one (RFC 7517 §4.4). */
  readonly alg?: Alg;
  readonly kid?: string;
}

/** Reads a public or private JWK, or a shared secret, as what verifies (RFC 7517 §4, RFC 7518 §6). Throws UserError. */
export function readPublicJwk(jwk: JsonObject): PublicJwk {
  const { kty, alg, use, key_ops: operations } = jwk;
  if (kty === undefined) throw jwkKtyMissing();
  if (typeof kty !== "string" || !isKeyType(kty)) throw jwkKtyUnsupported(undefined);
  if (use === "enc" || (typeof alg === "string" && isEncryptionAlg(alg))) throw keyForEncryption();
  // A private key that may sign has a public half that may verify.
  if (Array.isArray(operations) && !operations.some((each) => each === "verify" || each === "sign")) {
    throw keyOpsForbidVerify();
  }
  if (alg !== undefined && (typeof alg !== "string" || !isAlg(alg))) throw algUnsupported();
  const kid = readKid(jwk["kid"], "kid");
  const members = readers[kty](jwk);
  return { jwk: { kty, ...members }, ...(alg !== undefined && { alg }), ...(kid !== undefined && { kid }) };
}

const text = (jwk: JsonObject, name: string) => toBase64url(memberBytes(jwk, name));

const readers: { readonly [Kty in KeyType]: (jwk: JsonObject) => Omit<JWK, "kty"> } = {
  RSA(jwk) {
    requireMembers(jwk, ["n", "e"]);
    const [n, e] = [withoutLeadingZeros(memberBytes(jwk, "n")), withoutLeadingZeros(memberBytes(jwk, "e"))];
    checkRsaPublic(n, e);
    return { n: toBase64url(n), e: toBase64url(e) };
  },
  EC(jwk) {
    requireMembers(jwk, ["crv", "x", "y"]);
    const { crv } = jwk;
    if (!isEcCurve(crv)) throw curveUnsupported(crv === "secp256k1" ? "secp256k1 (ES256K)" : "an unknown curve");
    const size = ecSizes[crv];
    return { crv, x: toBase64url(fixedBytes(jwk, "x", size)), y: toBase64url(fixedBytes(jwk, "y", size)) };
  },
  OKP(jwk) {
    requireMembers(jwk, ["crv", "x"]);
    const { crv } = jwk;
    if (crv === "X25519" || crv === "X448") throw keyCannotSign(crv);
    if (crv !== "Ed25519") throw curveUnsupported(crv === "Ed448" ? crv : "an unknown curve");
    return { crv, x: toBase64url(fixedBytes(jwk, "x", 32)) };
  },
  AKP(jwk) {
    requireMembers(jwk, ["alg", "pub"]);
    const { alg } = jwk;
    if (!isMlDsa(alg)) throw algUnsupported();
    return { alg, pub: text(jwk, "pub") };
  },
  oct(jwk) {
    requireMembers(jwk, ["k"]);
    return { k: text(jwk, "k") };
  },
};
