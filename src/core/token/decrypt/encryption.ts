import type { KeyType } from "../../algorithms.ts";
import type { JsonObject } from "../../json.ts";
import { decryptionTooCostly, decryptionUnsupported } from "./errors.ts";

/** How a JWE is encrypted, as far as it matters to who opens it (RFC 7518 §4.1, §5.1). */
export interface Encryption {
  readonly alg: string;
  readonly enc: string;
  readonly kty: Extract<KeyType, "RSA" | "EC" | "oct">;
  /** Length of the symmetric key in bytes; absent where none is fixed. */
  readonly length?: number;
  /** Rounds of password hashing that opening it costs (PBES2, RFC 7518 §4.8). */
  readonly rounds?: number;
  /** What is inside was compressed, and can be far larger than it looks (RFC 8725 §3.6). */
  readonly compressed: boolean;
}

/** Content encryption: the length of the key in bytes. */
const contentKeys: ReadonlyMap<string, number> = new Map([
  ["A128GCM", 16],
  ["A192GCM", 24],
  ["A256GCM", 32],
  ["A128CBC-HS256", 32],
  ["A192CBC-HS384", 48],
  ["A256CBC-HS512", 64],
]);

const keyWraps: ReadonlyMap<string, number> = new Map(
  [128, 192, 256].flatMap((bits): [string, number][] => [
    [`A${bits}KW`, bits / 8],
    [`A${bits}GCMKW`, bits / 8],
  ]),
);

const MAX_ROUNDS = 1_000_000;

/** Reads how a token is encrypted. Throws DECRYPTION_UNSUPPORTED, also for RSA1_5, or DECRYPTION_TOO_COSTLY. */
export function encryptionOf({ alg, enc, zip, p2c }: JsonObject): Encryption {
  const contentKey = typeof enc === "string" ? contentKeys.get(enc) : undefined;
  if (typeof alg !== "string" || typeof enc !== "string" || contentKey === undefined) {
    throw decryptionUnsupported(`${shortText(alg)} and ${shortText(enc)}`);
  }
  const facts = { alg, enc, compressed: zip !== undefined };
  if (/^RSA-OAEP(?:-256|-384|-512)?$/.test(alg)) return { ...facts, kty: "RSA" };
  if (/^ECDH-ES(?:\+A(?:128|192|256)KW)?$/.test(alg)) return { ...facts, kty: "EC" };
  const length = alg === "dir" ? contentKey : keyWraps.get(alg);
  if (length !== undefined) return { ...facts, kty: "oct", length };
  if (!/^PBES2-HS(?:256\+A128|384\+A192|512\+A256)KW$/.test(alg)) throw decryptionUnsupported(shortText(alg));
  const rounds = typeof p2c === "number" ? p2c : 0;
  if (rounds > MAX_ROUNDS) throw decryptionTooCostly(rounds);
  return { ...facts, kty: "oct", rounds };
}

const shortText = (value: unknown) => (typeof value === "string" ? value.slice(0, 40) : "no algorithm");

/** What was inside an encrypted token. */
export interface OpenedToken {
  readonly text: string;
  /** The key that opened it, in words. */
  readonly key: string;
}
