import type { Json } from "../json.ts";
import { isTooDeep, signedPart } from "./decode.ts";
import { partText } from "./part.ts";

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
  return behind === "" ? [] : behind.split("~", MAX_DISCLOSURES).flatMap(read);
}

function read(part: string): readonly (Disclosure | undefined)[] {
  if (part === "" || part.includes(".")) return [];
  const text = partText(part);
  if (text === undefined || isTooDeep(text)) return [undefined];
  const list = parsed(text);
  if (!Array.isArray(list) || typeof list[0] !== "string") return [undefined];
  const [, second, third]: readonly Json[] = list;
  if (list.length === 2 && second !== undefined) return [{ value: second }];
  if (list.length !== 3 || typeof second !== "string" || third === undefined) return [undefined];
  return [{ name: second, value: third }];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
