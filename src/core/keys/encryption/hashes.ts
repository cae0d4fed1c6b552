import { md5, sha1 } from "@noble/hashes/legacy.js";
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from "@noble/hashes/sha2.js";
import type { HashName } from "./encryption.ts";

/** Hash functions without a promise, for rounds by the thousand, and those that WebCrypto lacks. */
export const hashes = {
  MD5: md5,
  "SHA-1": sha1,
  "SHA-224": sha224,
  "SHA-256": sha256,
  "SHA-384": sha384,
  "SHA-512": sha512,
  "SHA-512/224": sha512_224,
  "SHA-512/256": sha512_256,
} satisfies { readonly [Name in HashName]: unknown };

export type Hash = (typeof hashes)[HashName];
