import { isJsonObject, type Json, type JsonObject } from "../json.ts";
import { keyIsPublic, keySeveral } from "./errors.ts";
import { positionOf } from "./inputText.ts";
import { isPrivateJwk, readJwk } from "./jwk.ts";
import { jsonSyntax, jwkKtyMissing, jwksEmpty, jwkShape, jwksShape, noKeyInJson } from "./jwkErrors.ts";
import { jsonFaultAt } from "./jsonFault.ts";
import { readKid } from "./jwkMembers.ts";
import type { FoundKey } from "./parts.ts";
import { pemBlocks } from "./pem.ts";
import { readPemKey } from "./pemKey.ts";
import { mixedJwks } from "./warnings.ts";

/** Throws JSON_SYNTAX with the place. */
export function parseJson(text: string): Json {
  try {
    const json: Json = JSON.parse(text);
    return json;
  } catch {
    const { line, column } = positionOf(text, jsonFaultAt(text));
    throw jsonSyntax(line, column);
  }
}

/** Reads a JWK, a JWK Set (RFC 7517 §5), an array of JWKs, or a Google service account's key file. Throws UserError. */
export function readJsonKey(json: Json): FoundKey {
  if (Array.isArray(json)) return readJwks(json);
  if (!isJsonObject(json)) throw jwkShape();
  if (json["kty"] !== undefined) return readJwk(json);
  if (json["keys"] !== undefined) {
    if (!Array.isArray(json["keys"])) throw jwksShape();
    return readJwks(json["keys"]);
  }
  if (typeof json["private_key"] === "string") return readServiceAccount(json, json["private_key"]);
  if (jwkMembers.some((name) => Object.hasOwn(json, name))) throw jwkKtyMissing();
  throw noKeyInJson(accountTypes.find((type) => type === json["type"]));
}

/** The JWKs in any of these forms, to judge what they are without reading them. */
export function jwksIn(json: Json): readonly JsonObject[] {
  const list = isJsonObject(json) && json["keys"] !== undefined ? json["keys"] : json;
  return (Array.isArray(list) ? list : [list]).filter((jwk) => isJsonObject(jwk) && jwk["kty"] !== undefined);
}

function readJwks(jwks: readonly Json[]): FoundKey {
  if (jwks.length === 0) throw jwksEmpty();
  const keys = jwks.map((jwk) => {
    if (!isJsonObject(jwk)) throw jwkShape();
    return jwk;
  });
  const privates = keys.filter(isPrivateJwk);
  if (privates.length > 1) throw keySeveral(privates.length);
  const chosen = privates[0] ?? (keys.length === 1 ? keys[0] : undefined);
  if (chosen === undefined) throw keyIsPublic("a JWK Set of public keys");
  const found = readJwk(chosen);
  // With both kinds in one set, a verifier may take a public key for a secret (RFC 8725 §2.1).
  const mixed = found.parts.kty === "oct" && keys.some((jwk) => jwk["kty"] !== "oct");
  return mixed ? { ...found, warnings: [...(found.warnings ?? []), mixedJwks()] } : found;
}

function readServiceAccount(account: JsonObject, pem: string): FoundKey {
  const blocks = pemBlocks(pem);
  if (blocks.length === 0) throw noKeyInJson();
  const kid = readKid(account["private_key_id"], "private_key_id");
  return { ...readPemKey(blocks), ...(kid !== undefined && { kid }) };
}

const jwkMembers = ["crv", "x", "y", "d", "n", "e", "p", "q", "k", "priv", "pub"];

/** Google's credential types without a private key: the only words of such a file that a message repeats. */
const accountTypes = ["authorized_user", "external_account", "impersonated_service_account", "gdch_service_account"];
