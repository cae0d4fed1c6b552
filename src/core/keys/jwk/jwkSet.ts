import { isJsonObject, type Json, type JsonObject } from "../../json.ts";

/** The JWKs of a JWK, a JWK Set (RFC 7517 §5) or an array of JWKs, to judge what they are without reading them. */
export function jwksIn(json: Json): readonly JsonObject[] {
  const list = isJsonObject(json) && json["keys"] !== undefined ? json["keys"] : json;
  return (Array.isArray(list) ? list : [list]).filter((jwk) => isJsonObject(jwk) && jwk["kty"] !== undefined);
}
