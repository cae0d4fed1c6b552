import { CompactSign } from "jose";
import { toBase64url } from "../../bytes.ts";
import {
  type ExactJson,
  type ExactObject,
  exactText,
  isExactList,
  isExactNumber,
  isExactObject,
} from "../../exactJson.ts";
import { craft, type TokenOrder } from "./craft.ts";

declare global {
  interface JSON {
    /** A number that `JSON.stringify` writes with these digits. In every engine that VS Code runs in; not yet in ES2023's types. */
    rawJSON(digits: string): object;
  }
}

/** Mints a token in compact serialization (RFC 7515 §7.1). `key` is left out for `none` alone (RFC 7519 §6). */
export async function mint(order: TokenOrder & { readonly key?: CryptoKey | undefined }): Promise<string> {
  const { alg, header, claims } = craft(order);
  if (alg === "none") return `${encodePart(header)}.${encodePart(claims)}.`;
  if (order.key === undefined) throw new TypeError(`${alg} needs a key`);
  return new CompactSign(bytesOf(claims)).setProtectedHeader({ ...stringifiable(header), alg }).sign(order.key);
}

const encodePart = (part: ExactObject) => toBase64url(bytesOf(part));

const bytesOf = (part: ExactObject) => new TextEncoder().encode(exactText(part));

/** An object that `JSON.stringify`, with which jose writes a header, turns into the same JSON; only names like "1" come first. */
const stringifiable = ({ members }: ExactObject): object =>
  Object.fromEntries(members.map(([name, value]) => [name, stringifiableValue(value)]));

function stringifiableValue(value: ExactJson): unknown {
  if (isExactNumber(value)) return JSON.rawJSON(value.digits);
  if (isExactList(value)) return value.map(stringifiableValue);
  return isExactObject(value) ? stringifiable(value) : value;
}
