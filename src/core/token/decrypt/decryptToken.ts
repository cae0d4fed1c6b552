import { compactDecrypt, type DecryptOptions, errors, importJWK, importPKCS8, type JWK } from "jose";
import { jsonIn, type JsonObject } from "../../json.ts";
import { type Bytes, fromBase64, fromHex } from "../../bytes.ts";
import { jwksIn } from "../../keys/jwk/jwkSet.ts";
import type { Key } from "../../keys/key.ts";
import { pemText } from "../../keys/read/pem.ts";
import { decode } from "../read/decode.ts";
import { type Encryption, encryptionOf } from "./encryption.ts";
import { decryptionFailed, decryptionKeyInvalid, decryptionTooLarge } from "./errors.ts";

/** A stored key, or the text of another one: a JWK, a JWK Set, or a secret. */
type DecryptionKey = Key | string;

/** The largest plaintext that compressed content may become, in bytes (RFC 8725 §3.6). */
const MAX_INFLATED = 250_000;

/**
 * Opens a compact JWE (RFC 7516 §5.2) and returns what is inside, as text. The caller has asked the user whether it may hash
 * a password or inflate, where `encryptionOf` says that it would. Throws UserError.
 */
export async function decryptToken(compact: string, key: DecryptionKey): Promise<string> {
  const { header } = decode(compact);
  const encryption = encryptionOf(header);
  const { alg, enc } = encryption;
  const limits = {
    keyManagementAlgorithms: [alg],
    contentEncryptionAlgorithms: [enc],
    maxPBES2Count: encryption.rounds ?? 1,
    maxDecompressedLength: encryption.compressed ? MAX_INFLATED : 0,
  };
  const opening = await (typeof key === "string"
    ? keyFromText(key, header, encryption)
    : keyFromStore(key, encryption));
  try {
    const { plaintext } = await compactDecrypt(compact, opening, limits);
    return new TextDecoder().decode(plaintext);
  } catch (error) {
    const isLimit = error instanceof errors.JWEInvalid && error.cause === undefined && encryption.compressed;
    if (isLimit && (await isOpenedBy(compact, opening, limits))) throw decryptionTooLarge();
    if (error instanceof errors.JOSEError || error instanceof DOMException || error instanceof TypeError) {
      throw decryptionFailed();
    }
    throw error;
  }
}

/** Whether a key opens a token with compressed content, so that only inflating it can fail. */
async function isOpenedBy(compact: string, key: CryptoKey | Uint8Array, limits: DecryptOptions): Promise<boolean> {
  try {
    await compactDecrypt(compact, key, { ...limits, maxDecompressedLength: 0 });
  } catch (error) {
    // A limit of 0 means that compression is not supported, which jose says once it has decrypted the content.
    return error instanceof errors.JOSENotSupported;
  }
  return false;
}

async function keyFromStore({ kty, material }: Key, { alg, kty: wanted }: Encryption): Promise<CryptoKey | Bytes> {
  if (kty !== wanted) throw decryptionKeyInvalid(`${alg} needs ${names[wanted]}`);
  const bytes = fromBase64(material.base64) ?? new Uint8Array(0);
  return kty === "oct" ? bytes : orInvalid(importPKCS8(pemText("PRIVATE KEY", bytes), alg));
}

async function keyFromText(text: string, header: JsonObject, encryption: Encryption): Promise<CryptoKey | Uint8Array> {
  const jwk = jwkIn(text, header["kid"]);
  if (jwk !== undefined) return orInvalid(importJWK(jwk, encryption.alg));
  if (encryption.kty !== "oct") throw decryptionKeyInvalid(`${encryption.alg} needs ${names[encryption.kty]}`);
  return secretBytes(text, encryption.length);
}

const names = { RSA: "an RSA private key", EC: "an elliptic-curve private key", oct: "a shared secret" } as const;

/** The key of a JWK, or of a set the one that the token names, else the first. */
function jwkIn(text: string, kid: unknown): JWK | undefined {
  const json = jsonIn(text);
  const keys = json === undefined ? [] : jwksIn(json);
  const found = keys.find((key) => key["kid"] === kid && kid !== undefined) ?? keys[0];
  if (found === undefined || typeof found["kty"] !== "string") return undefined;
  const { use: _use, key_ops: _operations, alg: _alg, ...members } = found;
  return { ...members, kty: found["kty"] };
}

/** The bytes of the secret's text; where the algorithm needs another length, what the text decodes to from base64url or hex. */
function secretBytes(text: string, length: number | undefined): Bytes {
  const plain = new TextEncoder().encode(text);
  if (length === undefined || plain.length === length) return plain;
  const written = [fromHex(text.trim()), fromBase64(text.trim())];
  const fitting = written.find((bytes) => bytes?.length === length);
  if (fitting === undefined)
    throw decryptionKeyInvalid(`it needs a secret of ${length} bytes, and this has ${plain.length}`);
  return fitting;
}

async function orInvalid<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw decryptionKeyInvalid("it is not a private key that fits the token's algorithm");
  }
}
