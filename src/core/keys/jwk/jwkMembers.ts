import type { Json, JsonObject } from "../../json.ts";
import { type Bytes, fromBase64 } from "../../bytes.ts";
import { jwkBase64, jwkCoordLength, jwkKidTooLong, jwkMemberMissing, jwkMemberShape } from "./jwkErrors.ts";

const longestKid = 1024;

/** Throws JWK_MEMBER_MISSING, naming all that are missing. */
export function requireMembers(jwk: JsonObject, names: readonly string[]): void {
  const missing = missingMembers(jwk, names);
  if (missing.length > 0) throw jwkMemberMissing(missing);
}

export const missingMembers = (jwk: JsonObject, names: readonly string[]): readonly string[] =>
  names.filter((name) => jwk[name] === undefined);

/** Decodes a member. Throws JWK_BASE64: base64url has no padding and one alphabet (RFC 7515 §2). */
export function memberBytes(jwk: JsonObject, name: string): Bytes {
  const value = jwk[name];
  const bytes = typeof value === "string" && !/[^A-Za-z0-9_-]/.test(value) ? fromBase64(value) : undefined;
  if (bytes === undefined) throw jwkBase64(name);
  return bytes;
}

/** Decodes a member of fixed length, in bytes (RFC 7518 §6.2.1.2, RFC 8037 §2). Throws JWK_BASE64, JWK_COORD_LENGTH. */
export function fixedBytes(jwk: JsonObject, name: string, length: number): Bytes {
  const bytes = memberBytes(jwk, name);
  if (bytes.length !== length) throw jwkCoordLength(name, length);
  return bytes;
}

/** A key id as its file gives it, of any characters: showing it safely is up to the views. Throws UserError. */
export function readKid(kid: Json | undefined, member: string): string | undefined {
  if (kid === undefined) return undefined;
  if (typeof kid !== "string") throw jwkMemberShape(member, "a string");
  if (kid.length > longestKid) throw jwkKidTooLong();
  return kid;
}
