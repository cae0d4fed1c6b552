import { type ExactObject, exactText, isExactObject, readExact } from "../../../src/core/exactJson.ts";
import type { JsonObject } from "../../../src/core/json.ts";
import { craft, type TokenOrder } from "../../../src/core/token/mint/craft.ts";
import { preview } from "../../../src/core/token/mint/preview.ts";
import { decode, type Decoded } from "../../../src/core/token/read/decode.ts";
import { compactOf } from "../../tokens.ts";

/** An object as JSON.parse reads it. */
export const plain = (value: ExactObject): JsonObject => JSON.parse(exactText(value)) as JsonObject;

/** An object, or its JSON text, as it is written. */
export function exact(value: JsonObject | string): ExactObject {
  const read = readExact(typeof value === "string" ? value : JSON.stringify(value));
  if (!isExactObject(read)) throw new Error("This is not a JSON object");
  return read;
}

/** What `craft` and `preview` give, with plain parts. */
export const crafted = (order: TokenOrder) => withPlainParts(craft(order));
export const previewed = (order: TokenOrder) => withPlainParts(preview(order));

const withPlainParts = <T extends { readonly header: ExactObject; readonly claims: ExactObject }>({
  header,
  claims,
  ...rest
}: T) => ({ ...rest, header: plain(header), claims: plain(claims) });

/** The decoded token of a header and claims, or of their JSON texts. */
export const decodedOf = (header: JsonObject | string, claims: JsonObject | string): Decoded =>
  decode(compactOf(header, claims));
