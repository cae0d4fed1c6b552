import { isJsonObject, type Json, type JsonObject } from "../../json.ts";
import { toBase64url } from "../../bytes.ts";
import { type Disclosure, readDisclosure } from "./disclosures.ts";

interface EncodedDisclosure extends Disclosure {
  /** As it stands in the token, base64url. */
  readonly encoded: string;
}

/** The readable disclosures of a token; none for one that is no SD-JWT. */
export function encodedDisclosures(compact: string): readonly EncodedDisclosure[] {
  return disclosed(compact).flatMap((encoded) => {
    const disclosure = readDisclosure(encoded);
    return disclosure === undefined ? [] : [{ encoded, ...disclosure }];
  });
}

/** The key-binding token at the end of an SD-JWT (RFC 9901 §4.3). */
export const keyBindingOf = (compact: string): string | undefined => {
  const last = compact.slice(compact.lastIndexOf("~") + 1);
  return compact.includes("~") && last !== "" ? last : undefined;
};

const disclosed = (compact: string): readonly string[] => compact.split("~").slice(1, -1);

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
  const disclosures = encodedDisclosures(compact);
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
