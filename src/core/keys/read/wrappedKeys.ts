import { isJsonObject, type Json, type JsonObject } from "../../json.ts";
import { isPrivateJwk } from "../jwk/jwk.ts";
import { readKid } from "../jwk/jwkMembers.ts";

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
  if (Array.isArray(json)) return json.flatMap((each) => wrappedKeys(each, depth + 1));
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
