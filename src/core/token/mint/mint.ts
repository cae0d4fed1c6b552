import { base64url, CompactSign } from "jose";
import type { JsonObject } from "../../json.ts";
import { craft, type TokenOrder } from "./craft.ts";

/** Mints a token in compact serialization (RFC 7515 §7.1). `key` is left out for `none` alone (RFC 7519 §6). */
export async function mint(order: TokenOrder & { readonly key?: CryptoKey | undefined }): Promise<string> {
  const { alg, header, claims } = craft(order);
  if (alg === "none") return `${encodePart(header)}.${encodePart(claims)}.`;
  if (order.key === undefined) throw new TypeError(`${alg} needs a key`);
  const payload = new TextEncoder().encode(JSON.stringify(claims));
  return new CompactSign(payload).setProtectedHeader({ ...header, alg }).sign(order.key);
}

const encodePart = (part: JsonObject) => base64url.encode(JSON.stringify(part));
