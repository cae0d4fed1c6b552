import { keyIsPublic } from "../inputErrors.ts";
import { isJsonObject, type Json, jsonIn, type JsonObject } from "../../json.ts";
import type { Candidate } from "./choose.ts";

import { positionOf } from "./inputText.ts";
import { pythonValue } from "./pythonValue.ts";
import { isPrivateJwk, readJwk } from "../jwk/jwk.ts";
import { jsonSyntax, jwkKtyMissing, jwksEmpty, jwkShape, jwksShape, noKeyInJson } from "../jwk/jwkErrors.ts";
import { jsonFaultAt } from "../../jsonFault.ts";
import type { FoundKey } from "../parts.ts";
import { mixedJwks } from "../check/warnings.ts";

/** Throws JSON_SYNTAX with the place. */
export function parseJson(text: string): Json {
  const json = jsonIn(text) ?? pythonValue(text);
  if (json !== undefined) return json;
  const { line, column } = positionOf(text, jsonFaultAt(text));
  throw jsonSyntax(line, column);
}

/** The private keys of a JWK, a JWK Set (RFC 7517 §5) or an array of JWKs. Throws UserError when there is none. */
export function jsonKeys(json: Json): readonly Candidate[] {
  if (Array.isArray(json)) return keysOfSet(json);
  if (!isJsonObject(json)) throw jwkShape();
  if (json["kty"] !== undefined) return [() => readJwk(json)];
  if (json["keys"] !== undefined) {
    if (!Array.isArray(json["keys"])) throw jwksShape();
    return keysOfSet(json["keys"]);
  }
  if (jwkMembers.some((name) => Object.hasOwn(json, name))) throw jwkKtyMissing();
  throw noKeyInJson(accountTypes.find((type) => type === json["type"]));
}

function keysOfSet(jwks: readonly Json[]): readonly Candidate[] {
  if (jwks.length === 0) throw jwksEmpty();
  const keys = jwks.map((jwk) => {
    if (!isJsonObject(jwk)) throw jwkShape();
    return jwk;
  });
  const privates = keys.filter(isPrivateJwk);
  if (privates.length === 0 && keys.length > 1) throw keyIsPublic("a JWK Set of public keys");
  // A lone public JWK is read for the refusal that names what it is.
  return (privates.length === 0 ? keys : privates).map((jwk) => () => readFromSet(jwk, keys));
}

function readFromSet(jwk: JsonObject, keys: readonly JsonObject[]): FoundKey {
  const found = readJwk(jwk);
  // With both kinds in one set, a verifier may take a public key for a secret (RFC 8725 §2.1).
  const mixed = found.parts.kty === "oct" && keys.some(({ kty }) => kty !== "oct");
  return mixed ? { ...found, warnings: [...(found.warnings ?? []), mixedJwks()] } : found;
}

const jwkMembers = ["crv", "x", "y", "d", "n", "e", "p", "q", "k", "priv", "pub"];

/** Google's credential types without a private key: the only words of such a file that a message repeats. */
const accountTypes = ["authorized_user", "external_account", "impersonated_service_account", "gdch_service_account"];
