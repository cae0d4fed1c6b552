import type { Alg } from "../../algorithms.ts";
import { fromBase64, fromHex } from "../../bytes.ts";
import type { FoundKey } from "../parts.ts";
import { isJsonObject, type Json, jsonIn, type JsonObject } from "../../json.ts";
import { isPrivateJwk } from "../jwk/jwk.ts";
import { readKid } from "../jwk/jwkMembers.ts";

/** A private key as text inside a vendor's JSON file. */
export interface VendorKey {
  readonly text: string;
  readonly kid?: string | undefined;
  readonly alg?: Alg;
  readonly passphrase?: string | undefined;
}

/** The key inside a key file as vendors hand it out; undefined for any other JSON. Throws JWK_SHAPE, JWK_KID_TOO_LONG. */
export function vendorKey(json: Json): VendorKey | undefined {
  if (!isJsonObject(json) || json["kty"] !== undefined || json["keys"] !== undefined) return undefined;
  return yandexKey(json) ?? googleKey(json) ?? boxKey(json) ?? coinbaseKey(json);
}

/** Yandex Cloud's authorized_key.json. Its service takes nothing but PS256. */
function yandexKey({ id, service_account_id: account, private_key: text }: JsonObject): VendorKey | undefined {
  const isYandex = typeof text === "string" && typeof account === "string";
  return isYandex ? { text, kid: readKid(id, "id"), alg: "PS256" } : undefined;
}

/** Google's service accounts. */
function googleKey({ private_key: text, private_key_id: kid }: JsonObject): VendorKey | undefined {
  return typeof text === "string" ? { text, kid: readKid(kid, "private_key_id") } : undefined;
}

/** Box's config.json: the key is encrypted, and its passphrase stands beside it unless a person took it out. */
function boxKey({ boxAppSettings }: JsonObject): VendorKey | undefined {
  const auth = isJsonObject(boxAppSettings) ? boxAppSettings["appAuth"] : undefined;
  if (!isJsonObject(auth) || typeof auth["privateKey"] !== "string") return undefined;
  const { privateKey: text, publicKeyID, passphrase } = auth;
  const given = typeof passphrase === "string" && passphrase !== "" ? passphrase : undefined;
  return { text, kid: readKid(publicKeyID, "publicKeyID"), passphrase: given };
}

/** Coinbase's cdp_api_key.json. Its older form names the key by a path, the newer one by an id. */
function coinbaseKey({ name, id, privateKey: text }: JsonObject): VendorKey | undefined {
  if (typeof text !== "string") return undefined;
  const path = typeof name === "string" && name.startsWith("organizations/") ? name : undefined;
  return { text, kid: readKid(path ?? [id, name].find((kid) => typeof kid === "string"), "id") };
}

/** A secret in a form of a vendor's that nothing else has. Throws JWK_SHAPE, JWK_KID_TOO_LONG. */
export const vendorSecret = (text: string): FoundKey | undefined =>
  ghostKey(text) ?? ablyKey(text) ?? doorDashKey(jsonIn(text));

/** An Ably API key, `app.key:secret`. The secret is the text itself. */
function ablyKey(text: string): FoundKey | undefined {
  const [, kid, secret] = /^([\w-]{5,8}\.[\w-]{5,8}):([\w-]{16,})$/.exec(text.trim()) ?? [];
  if (kid === undefined || secret === undefined) return undefined;
  return { parts: { kty: "oct", secret: new TextEncoder().encode(secret) }, alg: "HS256", kid };
}

/** DoorDash's access key. The secret is base64url. */
function doorDashKey(json: Json | undefined): FoundKey | undefined {
  if (!isJsonObject(json) || typeof json["developer_id"] !== "string") return undefined;
  const { key_id: id, signing_secret: text } = json;
  const secret = typeof text === "string" ? fromBase64(text) : undefined;
  if (secret === undefined || secret.length === 0) return undefined;
  const kid = readKid(id, "key_id");
  return { parts: { kty: "oct", secret }, alg: "HS256", ...(kid !== undefined && { kid }) };
}

/** A Ghost Admin API key, `id:secret`: 24 and 64 hexadecimal digits. The secret is the bytes that its digits stand for. */
function ghostKey(text: string): FoundKey | undefined {
  const [, kid, digits] = /^([0-9a-f]{24}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  const secret = digits === undefined ? undefined : fromHex(digits);
  if (kid === undefined || secret === undefined) return undefined;
  return { parts: { kty: "oct", secret }, alg: "HS256", kid };
}

/** A private key somewhere inside JSON: PEM, or a JWK. */
export interface WrappedKey {
  readonly key: string | JsonObject;
  readonly kid: string | undefined;
}

const deepest = 8; // Levels; exports of vaults and API tools wrap a key in three or four.

/**
 * The private keys inside JSON of which nothing else is known, such as Zitadel's, DocuSign's and Adobe's key files or a
 * Postman environment, in order, each with the key id that stands beside it. Throws JWK_KID_TOO_LONG.
 */
export function wrappedKeys(json: Json, depth = 0): readonly WrappedKey[] {
  if (depth > deepest) return [];
  if (Array.isArray(json)) {
    const lines = json.every((each) => typeof each === "string") ? json.join("\n") : "";
    return privatePem.test(lines)
      ? [{ key: lines, kid: undefined }]
      : json.flatMap((each) => wrappedKeys(each, depth + 1));
  }
  if (!isJsonObject(json)) return [];
  if (json["kty"] !== undefined) return isPrivateJwk(json) ? [{ key: json, kid: undefined }] : [];
  const kid = kidNames.map((name) => json[name]).find((value) => typeof value === "string");
  return Object.values(json).flatMap((value) =>
    typeof value === "string" && privatePem.test(value)
      ? [{ key: value, kid: readKid(kid, "kid") }]
      : wrappedKeys(value, depth + 1),
  );
}

const kidNames = ["kid", "keyId", "key_id", "private_key_id"];
const privatePem = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----/;
