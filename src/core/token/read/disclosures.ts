import { type Json, jsonIn } from "../../json.ts";
import { isTooDeep, signedPart } from "./decode.ts";
import { partText } from "./base64url.ts";

/** What an SD-JWT discloses besides its claims set (RFC 9901 §4.2). Nobody has checked its digest here. */
export interface Disclosure {
  /** The claim's name; absent for an element of a list. */
  readonly name?: string;
  readonly value: Json;
}

/** More of them than this are not read. */
const MAX_DISCLOSURES = 500;

/**
 * The disclosures of an SD-JWT in their order; undefined stands for one that cannot be read. A key-binding token at the end is
 * none of them. Any other token has none.
 */
export function disclosuresOf(compact: string): readonly (Disclosure | undefined)[] {
  const behind = compact.slice(signedPart(compact).length + 1);
  const parts = behind.split("~", MAX_DISCLOSURES).filter((part) => part !== "" && !part.includes("."));
  return parts.map(readDisclosure);
}

/** A disclosure as it stands in the token, in base64url; undefined for what is none. */
export function readDisclosure(encoded: string): Disclosure | undefined {
  const text = partText(encoded);
  if (text === undefined || isTooDeep(text)) return undefined;
  const list = jsonIn(text);
  if (!Array.isArray(list) || typeof list[0] !== "string") return undefined;
  const [, second, third]: readonly Json[] = list;
  if (list.length === 2 && second !== undefined) return { value: second };
  return list.length === 3 && typeof second === "string" && third !== undefined
    ? { name: second, value: third }
    : undefined;
}
