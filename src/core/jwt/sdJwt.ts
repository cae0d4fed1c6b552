import { isJsonObject, type Json, type JsonObject } from "../json.ts";
import { toBase64url } from "../keys/bytes.ts";
import { partText } from "./part.ts";

/** One claim, or one element of an array, that is told beside the signed part of an SD-JWT (RFC 9901 §4.2). */
export interface Disclosure {
  /** As it stands in the token, base64url. */
  readonly encoded: string;
  /** Absent for an element of an array. */
  readonly name?: string;
  readonly value: Json;
}

/** The readable disclosures of a token; none for one that is no SD-JWT. */
export function disclosuresOf(compact: string): readonly Disclosure[] {
  return disclosed(compact).flatMap((encoded) => readDisclosure(encoded) ?? []);
}

/** The key-binding token at the end of an SD-JWT (RFC 9901 §4.3). */
export const keyBindingOf = (compact: string): string | undefined => {
  const last = compact.slice(compact.lastIndexOf("~") + 1);
  return compact.includes("~") && last !== "" ? last : undefined;
};

const disclosed = (compact: string): readonly string[] => compact.split("~").slice(1, -1);

function readDisclosure(encoded: string): Disclosure | undefined {
  try {
    const parts: unknown = JSON.parse(partText(encoded) ?? "");
    if (!Array.isArray(parts) || typeof parts[0] !== "string") return undefined;
    const [, second, third]: readonly Json[] = parts;
    if (parts.length === 2 && second !== undefined) return { encoded, value: second };
    return parts.length === 3 && typeof second === "string" && third !== undefined
      ? { encoded, name: second, value: third }
      : undefined;
  } catch {
    return undefined;
  }
}

const hashes: ReadonlyMap<Json | undefined, string> = new Map([
  [undefined, "SHA-256"],
  ["sha-256", "SHA-256"],
  ["sha-384", "SHA-384"],
  ["sha-512", "SHA-512"],
]);

/**
 * Whether each disclosure is one that the signed claims, or another disclosure, hold the digest of (RFC 9901 §7.1). Behind
 * claims that hold no digest at all nothing may stand, not even the tilde.
 */
export async function areDisclosuresSigned(compact: string, claims: JsonObject): Promise<boolean> {
  const hash = hashes.get(claims["_sd_alg"]);
  const disclosures = disclosuresOf(compact);
  const encoded = disclosed(compact);
  if (hash === undefined || disclosures.length !== encoded.length || new Set(encoded).size !== encoded.length)
    return false;
  if (digestsIn(claims).length === 0) return false;
  const known = new Set([claims, ...disclosures.map(({ value }) => value)].flatMap((value) => digestsIn(value)));
  const digests = encoded.map(async (each) => {
    const bytes = await crypto.subtle.digest(hash, new TextEncoder().encode(each));
    return toBase64url(new Uint8Array(bytes));
  });
  return (await Promise.all(digests)).every((digest) => known.has(digest));
}

/** The digests under `_sd`, and under "..." in arrays. Claims are nested 200 deep at most. */
function digestsIn(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => digestsIn(item));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, part]): readonly string[] => {
    if (name === "...") return typeof part === "string" ? [part] : [];
    const own = name === "_sd" && Array.isArray(part) ? part.filter((item) => typeof item === "string") : [];
    return own.concat(digestsIn(part));
  });
}
