import { isJsonObject, type JsonObject } from "../../json.ts";
import { compactFault } from "./compactFault.ts";
import { headerNotObject } from "./errors.ts";
import { isBase64url, partText } from "./base64url.ts";

/** A token read without trusting it: nothing here says that its signature is right. */
export interface Decoded {
  readonly kind: "JWS" | "JWE";
  readonly header: JsonObject;
  /** Absent for a JWE, and for a JWS whose payload is no JSON object. */
  readonly claims?: JsonObject;
}

/** The longest token whose payload is read, in characters. */
export const largestToken = 4_194_304;

/** The deepest nesting that is read: what shows a claims set goes down into it by recursion. */
export const deepestJson = 200;

/**
 * Decodes a compact JWS or JWE (RFC 7515 §7.1, RFC 7516 §7.1); of an SD-JWT the signed part (RFC 9901 §4).
 * Throws UserError: what the text is instead, as `compactFault` tells it, and HEADER_NOT_OBJECT.
 */
export function decode(compact: string): Decoded {
  const signed = signedPart(compact);
  const parts = signed.split(".", 6);
  const [first = "", second = ""] = parts;
  const header = parts.length === 3 || parts.length === 5 ? readObject(first) : undefined;
  const unencoded = header?.["b64"] === false;
  if (header === undefined || !parts.every((part, index) => isBase64url(part) || (unencoded && index === 1))) {
    throw compactFault(signed) ?? headerNotObject();
  }
  if (parts.length === 5) return { kind: "JWE", header };
  const claims = compact.length > largestToken ? undefined : unencoded ? parseObject(second) : readObject(second);
  return { kind: "JWS", header, ...(claims === undefined ? {} : { claims }) };
}

/** A token without the disclosures that follow an SD-JWT (RFC 9901 §4). */
export function signedPart(compact: string): string {
  const tilde = compact.indexOf("~");
  return tilde < 0 ? compact : compact.slice(0, tilde);
}

/** Whether a JWS carries no payload, which may then be elsewhere (RFC 7515 §F), or empty. */
export const isDetached = (compact: string): boolean => signedPart(compact).split(".", 2)[1] === "";

/** A part as a JSON object, or undefined where it is none. Strict: no padding, no white space (RFC 7515 §2). */
function readObject(part: string): JsonObject | undefined {
  const text = partText(part);
  return text === undefined ? undefined : parseObject(text);
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) && !isTooDeep(text) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a JSON text is nested more deeply than is read. */
export function isTooDeep(json: string): boolean {
  // Each level takes two characters and a bracket, so most texts need no second look.
  if (json.length <= 2 * deepestJson || json.split(/[{[]/, deepestJson + 2).length <= deepestJson + 1) return false;
  let depth = 0;
  for (const [bracket] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g)) {
    if (bracket === "{" || bracket === "[") depth++;
    else if (bracket === "}" || bracket === "]") depth--;
    if (depth > deepestJson) return true;
  }
  return false;
}
