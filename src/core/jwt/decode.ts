import { base64url } from "jose";
import { isJsonObject, type JsonObject } from "../json.ts";
import { tokenInvalid } from "./errors.ts";

/** A token read without trusting it: nothing here says that its signature is right. */
export interface Decoded {
  readonly kind: "JWS" | "JWE";
  readonly header: JsonObject;
  /** Absent for a JWE, and for a JWS whose payload is no JSON object. */
  readonly claims?: JsonObject;
}

/** The longest token that is decoded, in characters. */
const MAX_LENGTH = 1_048_576;

/** Decodes a compact JWS or JWE (RFC 7515 §7.1, RFC 7516 §7.1). Throws TOKEN_INVALID with the reason in words. */
export function decode(compact: string): Decoded {
  if (compact.length > MAX_LENGTH) throw tokenInvalid("it is longer than 1 MB");
  const parts = compact.split(".");
  if (parts.length !== 3 && parts.length !== 5) throw tokenInvalid(`it has ${parts.length} parts instead of 3 or 5`);
  const header = readObject(parts[0] ?? "");
  if (header === undefined) throw tokenInvalid("its first part is not a JSON object in base64url");
  if (typeof header["alg"] !== "string") throw tokenInvalid("its header names no algorithm (alg)");
  if (parts.length === 5) return { kind: "JWE", header };
  const claims = readObject(parts[1] ?? "");
  return { kind: "JWS", header, ...(claims === undefined ? {} : { claims }) };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** A part as a JSON object, or undefined where it is none. Strict: no padding, no white space (RFC 7515 §2). */
function readObject(part: string): JsonObject | undefined {
  if (!/^[\w-]+$/.test(part)) return undefined;
  try {
    const value: unknown = JSON.parse(utf8.decode(base64url.decode(part)));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
