import { UserError } from "../../errors.ts";
import { type ExactObject, isExactObject, readExact } from "../../exactJson.ts";
import { isJsonObject, jsonIn, type JsonObject } from "../../json.ts";
import { isTooDeep } from "../../jsonScan.ts";
import { compactFault } from "./compactFault.ts";
import { headerNotObject } from "./errors.ts";
import { isPart, partText } from "./base64url.ts";

/** A token read without trusting it: nothing here says that its signature is right. */
export interface Decoded {
  readonly kind: "JWS" | "JWE";
  readonly header: JsonObject;
  /** Absent for a JWE, and for a JWS whose payload is not a JSON object. */
  readonly claims?: JsonObject;
  /** The JSON of both: what is shown, compared or signed again is read from it, digit for digit, by `exactParts`. */
  readonly text: { readonly header: string; readonly claims?: string };
}

/** A token's header and claims as the token has them. */
export interface ExactParts {
  readonly header: ExactObject;
  readonly claims?: ExactObject;
}

/** The longest token whose payload is read, in characters. */
export const largestToken = 4_194_304;

/**
 * Decodes a compact JWS or JWE (RFC 7515 §7.1, RFC 7516 §7.1); of an SD-JWT the signed part (RFC 9901 §4).
 * Throws UserError: what the text is instead, as `compactFault` tells it, and HEADER_NOT_OBJECT.
 */
export function decode(compact: string): Decoded {
  const token = readToken(compact);
  if (token === undefined) throw new UserError(compactFault(signedPart(compact)) ?? headerNotObject());
  return token;
}

/** The same without a reason why something is no token: undefined then. */
export function readToken(compact: string): Decoded | undefined {
  const parts = signedPart(compact).split(".", 6);
  const [first = "", second = ""] = parts;
  const header = parts.length === 3 || parts.length === 5 ? readObject(partText(first)) : undefined;
  const unencoded = header?.object["b64"] === false;
  if (header === undefined || !parts.every((part, index) => isPart(part) || (unencoded && index === 1)))
    return undefined;
  if (parts.length === 5) return { kind: "JWE", header: header.object, text: { header: header.text } };
  const isRead = compact.length <= largestToken;
  const claims = isRead ? readObject(unencoded ? second : partText(second)) : undefined;
  if (claims === undefined) return { kind: "JWS", header: header.object, text: { header: header.text } };
  const text = { header: header.text, claims: claims.text };
  return { kind: "JWS", header: header.object, claims: claims.object, text };
}

export function exactParts({ text: { header, claims } }: Pick<Decoded, "text">): ExactParts {
  return { header: exactObject(header), ...(claims !== undefined && { claims: exactObject(claims) }) };
}

function exactObject(text: string): ExactObject {
  const value = readExact(text);
  return isExactObject(value) ? value : { members: [] };
}

/** A token without the disclosures that follow an SD-JWT (RFC 9901 §4). */
export function signedPart(compact: string): string {
  const tilde = compact.indexOf("~");
  return tilde < 0 ? compact : compact.slice(0, tilde);
}

/** Whether a JWS carries no payload, which may then be elsewhere (RFC 7515 §F), or empty. */
export const isDetached = (compact: string): boolean => signedPart(compact).split(".", 2)[1] === "";

/** A JSON text with the object that it stands for. */
interface ObjectText {
  readonly text: string;
  readonly object: JsonObject;
}

/** A part's text as a JSON object, or undefined where it is none. Strict: no white space (RFC 7515 §2). */
function readObject(text: string | undefined): ObjectText | undefined {
  const object = text === undefined ? undefined : jsonIn(text);
  return text !== undefined && isJsonObject(object) && !isTooDeep(text) ? { text, object } : undefined;
}
