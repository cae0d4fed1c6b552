import { toBase64url } from "../../bytes.ts";
import { type ExactJson, type ExactObject, isExactList, isExactObject, memberOf, readExact } from "../../exactJson.ts";
import { partText } from "./base64url.ts";
import { largestToken, signedPart } from "./decode.ts";

/** What an SD-JWT discloses besides its claims set (RFC 9901 §4.2). Its digest has not been checked. */
export interface Disclosure {
  /** The claim's name; absent for an element of a list. */
  readonly name?: string;
  readonly value: ExactJson;
}

/** More disclosures than this are not read. */
export const mostDisclosures = 500;

/** What follows the signed part of an SD-JWT, base64url as in the token. */
export interface Appended {
  /** All of it, but at most one more than are read. */
  readonly disclosures: readonly string[];
  /** The token at the end that binds the others to a key (RFC 9901 §4.3). */
  readonly keyBinding?: string;
  /** Whether a tilde follows each disclosure (RFC 9901 §4). */
  readonly isClosed: boolean;
}

/** Undefined for a token that is not an SD-JWT. Decodes nothing. */
export function appendedTo(compact: string): Appended | undefined {
  const start = signedPart(compact).length;
  if (start === compact.length) return undefined;
  const end = compact.lastIndexOf("~");
  const last = compact.slice(end + 1);
  const closed = start === end ? [] : compact.slice(start + 1, end).split("~", mostDisclosures + 1);
  if (last.includes(".")) return { disclosures: closed, keyBinding: last, isClosed: true };
  return { disclosures: last === "" ? closed : [...closed, last], isClosed: last === "" };
}

/** The disclosures of a token in their order, `mostDisclosures` at most; undefined stands for one that cannot be read. */
export function disclosuresOf(compact: string): readonly (Disclosure | undefined)[] {
  const encoded = appendedTo(compact)?.disclosures.slice(0, mostDisclosures) ?? [];
  return compact.length > largestToken ? encoded.map(() => undefined) : encoded.map(readDisclosure);
}

function readDisclosure(encoded: string): Disclosure | undefined {
  const list = readExact(partText(encoded) ?? "");
  if (!isExactList(list) || typeof list[0] !== "string") return undefined;
  const [, second, third] = list;
  if (list.length === 2 && second !== undefined) return { value: second };
  return list.length === 3 && typeof second === "string" && third !== undefined
    ? { name: second, value: third }
    : undefined;
}

const hashes: ReadonlyMap<ExactJson | undefined, string> = new Map([
  [undefined, "SHA-256"],
  ["sha-256", "SHA-256"],
  ["sha-384", "SHA-384"],
  ["sha-512", "SHA-512"],
]);

/**
 * Whether each disclosure is one that the signed claims, or another disclosure, hold the digest of (RFC 9901 §7.1). Claims
 * that hold no digest at all vouch for nothing, not even for the tilde. At most `mostDisclosures` may follow.
 */
export async function areDisclosuresSigned(compact: string, claims: ExactObject): Promise<boolean> {
  const hash = hashes.get(memberOf(claims, "_sd_alg"));
  const { disclosures: encoded = [] } = appendedTo(compact) ?? {};
  const values = disclosuresOf(compact).flatMap((each) => (each === undefined ? [] : [each.value]));
  const isReadable = values.length === encoded.length && new Set(encoded).size === encoded.length;
  if (hash === undefined || !isReadable || digestsIn([claims]).size === 0) return false;
  const known = digestsIn([claims, ...values]);
  const digests = encoded.map(async (each) => {
    const bytes = await crypto.subtle.digest(hash, new TextEncoder().encode(each));
    return toBase64url(new Uint8Array(bytes));
  });
  return (await Promise.all(digests)).every((digest) => known.has(digest));
}

/** The digests under `_sd`, and under "..." in arrays. Without recursion, so that no depth is too much. */
function digestsIn(values: readonly ExactJson[]): ReadonlySet<string> {
  const digests = new Set<string>();
  const open: ExactJson[] = [...values];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isExactList(value)) for (const item of value) open.push(item);
    if (!isExactObject(value)) continue;
    // Of two members of one name the last one counts.
    for (const [name, part] of new Map(value.members)) {
      const own = name === "_sd" && isExactList(part) ? part : name === "..." ? [part] : [];
      for (const item of own) if (typeof item === "string") digests.add(item);
      if (name !== "...") open.push(part);
    }
  }
  return digests;
}
