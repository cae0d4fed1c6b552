import type { JWK } from "jose";
import { attempt, orUserError, UserError, userError } from "../../errors.ts";
import { isJsonObject, type Json, jsonIn, type JsonObject } from "../../json.ts";
import { type Bytes, fromBase64 } from "../../bytes.ts";
import { derFormOf, isPublicForm } from "../../keys/der/derForm.ts";
import { algUnsupportedHere, publicKeyInvalid } from "../../keys/errors.ts";
import { exportPublicKey } from "../../keys/export.ts";
import { isWithoutPublic } from "../../keys/jwk/jwk.ts";
import { jwksIn } from "../../keys/jwk/jwkSet.ts";
import { parseJson } from "../../keys/read/jsonKey.ts";
import { jwksEmpty } from "../../keys/jwk/jwkErrors.ts";
import { type PemBlock, pemBlocks, pemBytes } from "../../keys/read/pem.ts";
import { readPublicDer } from "../../keys/der/publicDer.ts";
import { readPublicJwk } from "../../keys/jwk/publicJwk.ts";
import { textOf } from "../../keys/read/inputText.ts";
import { namedValues } from "../../keys/read/namedValues.ts";
import { readKey } from "../../keys/read/read.ts";
import { readSecret } from "../../keys/read/readSecret.ts";
import { modulusBits } from "../../keys/check/rsa.ts";
import type { SecretEncoding } from "../../keys/read/secret.ts";
import { storedVerificationKey, type VerificationKey, verificationKey } from "./verificationKey.ts";

/**
 * What verifies, in whatever a person has: PEM or DER in base64 of a public or private key or a certificate, a JWK, a JWK Set,
 * or else a shared secret: as text, and as what the text stands for in base64, base64url or hex. A set gives all its keys that can verify; it has at least one. Several public keys in PEM are
 * a set too; of a chain of certificates the first one's key signs (RFC 5246 §7.4.2). Throws UserError.
 */
export async function keysFromText(text: string, encoding?: SecretEncoding): Promise<readonly VerificationKey[]> {
  const trimmed = text.trim();
  if (encoding === undefined) {
    if (/^[{[]/.test(trimmed)) return keysOfJson(parseJson(trimmed), text);
    const blocks = pemBlocks(text).filter(({ label }) => publicLabels.test(label) || label.endsWith("PRIVATE KEY"));
    const [first] = blocks;
    if (first !== undefined && isPublicKey(first)) return Promise.all(blocks.filter(isPublicKey).map(keyOfBlock));
    if (first !== undefined) return [await (isCertificate(first) ? keyOfBlock(first) : privateKey(text))];
    const bytes = /^[A-Za-z0-9+/=_\s-]{60,}$/.test(trimmed) ? fromBase64(trimmed.replaceAll(/\s/g, "")) : undefined;
    const form = bytes && derFormOf(bytes);
    if (bytes !== undefined && form !== undefined && isPublicForm(form)) return [await keyOfDer(bytes)];
    const inner = bytes && textOf(bytes);
    if (inner?.includes("-----BEGIN ")) return keysFromText(inner);
  }
  if (encoding !== undefined) return [secretKey(text, encoding)];
  const [named, another] = namedValues(trimmed);
  const inLine = named === undefined || another !== undefined ? [] : await orUserError(keysFromText(named.value));
  const ofLine = inLine instanceof UserError ? [] : inLine;
  if (ofLine.some(({ kty }) => kty !== "oct")) return ofLine;
  // Files and the clipboard add a line break, which few secrets have.
  const asText = [...new Set([text, text.replace(/\r?\n$/, "")])].map((each) => secretKey(each));
  return [...asText, ...encodings.flatMap((each) => decodedSecret(trimmed, each)), ...ofLine];
}

const encodings = ["base64", "base64url", "hex"] as const;

/** The secret that a text stands for in an encoding, where it can. */
function decodedSecret(text: string, encoding: SecretEncoding): readonly VerificationKey[] {
  const key = attempt(() => secretKey(text, encoding));
  return key instanceof UserError ? [] : [{ ...key, encoding }];
}

const publicPem = /^\s*-----BEGIN (?:CERTIFICATE|PUBLIC KEY)-----/;
const publicLabels = /^(?:(?:RSA )?PUBLIC KEY|(?:X509 |TRUSTED )?CERTIFICATE)$/;

const isPublicKey = ({ label }: PemBlock) => label.endsWith("PUBLIC KEY");
const isCertificate = ({ label }: PemBlock) => label.endsWith("CERTIFICATE");
const keyOfBlock = async (block: PemBlock) => keyOfDer(pemBytes(block));

/** Verified with the public half of what would sign. */
async function privateKey(text: string): Promise<VerificationKey> {
  const { key } = await readKey(text);
  const { name: _unnamed, ...half } = await storedVerificationKey("", key);
  return half;
}

async function keyOfDer(bytes: Bytes): Promise<VerificationKey> {
  const { jwk, algs } = readPublicDer(bytes);
  return proven(jwkKey(readPublicJwk(jwk).jwk, algs === undefined ? {} : { algs }));
}

function secretKey(text: string, encoding?: SecretEncoding): VerificationKey {
  const { parts } = readSecret(text, encoding);
  if (parts.kty !== "oct") throw new TypeError("a secret is not another kind of key");
  return verificationKey({ kty: "oct", bits: parts.secret.length * 8 }, parts.secret);
}

/** A set may hold keys of other uses and types, which a verifier leaves alone (RFC 7517 §5). */
async function keysOfJson(json: Json, text: string): Promise<readonly VerificationKey[]> {
  if (isJsonObject(json) && Array.isArray(json["keys"]) && json["keys"].length === 0) throw jwksEmpty();
  const jwks = jwksIn(json);
  if (jwks.length === 0 && isJsonObject(json)) {
    if (typeof json["jwks_uri"] === "string") throw keysAreElsewhere();
    // As Google publishes them: a certificate for each key ID.
    const named = Object.entries(json).flatMap(([kid, pem]) =>
      typeof pem === "string" && publicPem.test(pem) ? [keyOfPem(pem, kid)] : [],
    );
    if (named.length > 0) return Promise.all(named);
  }
  // Vendors' key files hold a private key in a member.
  if (jwks.length === 0) return [await privateKey(text)];
  const read = await Promise.allSettled(jwks.map(keyOfJwk));
  const keys = read.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  const [refused] = read.flatMap((outcome): unknown[] => (outcome.status === "rejected" ? [outcome.reason] : []));
  if (keys.length === 0) throw refused;
  return keys;
}

async function keyOfPem(pem: string, kid: string): Promise<VerificationKey> {
  const [block] = pemBlocks(pem);
  if (block === undefined) throw publicKeyInvalid();
  return { ...(await keyOfBlock(block)), kid };
}

const keysAreElsewhere = () =>
  userError(
    "KEY_NOT_FOUND_IN_JSON",
    "This is the configuration of an OpenID provider, which holds no keys.",
    'Verify with the keys at its "jwks_uri", or paste what that address returns.',
  );

async function keyOfJwk(json: JsonObject): Promise<VerificationKey> {
  const [certificate] = Array.isArray(json["x5c"]) ? json["x5c"] : [];
  if (json["kty"] === "RSA" && json["n"] === undefined && typeof certificate === "string") {
    const key = await keyOfDer(fromBase64(certificate) ?? new Uint8Array(0));
    return typeof json["kid"] === "string" ? { ...key, kid: json["kid"] } : key;
  }
  const { jwk, alg, kid } = readPublicJwk(isWithoutPublic(json) ? await withPublic(json) : json);
  // EdDSA on Ed25519 was renamed (RFC 9864 §2.2).
  const algs = alg === "EdDSA" || alg === "Ed25519" ? (["EdDSA", "Ed25519"] as const) : alg === undefined ? alg : [alg];
  return proven(jwkKey(jwk, { ...(algs !== undefined && { algs }), ...(kid !== undefined && { kid }) }));
}

/** A private JWK with the public half that follows from it. */
async function withPublic(json: JsonObject): Promise<JsonObject> {
  const { key } = await readKey(JSON.stringify(json));
  const half = jsonIn(await exportPublicKey(key, "jwk"));
  return isJsonObject(half) ? { ...half, ...json } : json;
}

type Limits = Pick<Partial<VerificationKey>, "algs" | "kid">;

const bytesOf = (member: string | undefined) => fromBase64(member ?? "") ?? new Uint8Array(0);

function jwkKey(jwk: JWK, limits: Limits): VerificationKey {
  switch (jwk.kty) {
    case "RSA":
      return verificationKey({ kty: "RSA", bits: modulusBits(bytesOf(jwk.n)), ...limits }, jwk);
    case "EC":
      return verificationKey({ kty: "EC", crv: jwk.crv ?? "", ...limits }, jwk);
    case "OKP":
      return verificationKey({ kty: "OKP", crv: jwk.crv ?? "", ...limits }, jwk);
    case "AKP":
      return verificationKey({ kty: "AKP", crv: jwk.alg ?? "", ...limits }, jwk);
    default: {
      const secret = bytesOf(jwk.k);
      return verificationKey({ kty: "oct", bits: secret.length * 8, ...limits }, secret);
    }
  }
}

/** WebCrypto refuses a point off the curve and a modulus that is none. */
async function proven(key: VerificationKey): Promise<VerificationKey> {
  const [alg] = key.algs;
  try {
    if (alg !== undefined) await key.cryptoKey(alg);
    return key;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw error instanceof Error && error.name === "NotSupportedError"
      ? algUnsupportedHere(String(alg))
      : publicKeyInvalid();
  }
}
