import { type Alg, algNames, algorithms, isAlg } from "../algorithms.ts";
import { fileTooLarge } from "./errors.ts";
import { algUnsupported, misfit, pssOnly } from "./fit.ts";
import { secretKeyOf } from "./hostKey.ts";
import { findKey } from "./input.ts";
import type { Key } from "./key.ts";
import type { FoundKey } from "./parts.ts";
import { provenKey } from "./prove.ts";
import { readSecret } from "./readSecret.ts";
import { modulusBits } from "./rsa.ts";
import type { SecretEncoding } from "./secret.ts";
import { type KeyWarning, secretTooShort } from "./warnings.ts";

export type { SecretEncoding } from "./secret.ts";
export type { KeyWarning } from "./warnings.ts";

export interface ReadOptions {
  /** What the key is to sign with. Without it: what the key itself names, else the usual one of its type. */
  readonly alg?: Alg;
  /** How an HMAC secret is written. Without it: text, or the JWK it is. */
  readonly encoding?: SecretEncoding;
  /** Name of the file, for the key id in Apple's `AuthKey_<KID>.p8`. */
  readonly fileName?: string;
  readonly passphrase?: string;
}

// 1 MiB: in characters for text, in bytes for files.
const largestInput = 1_048_576;

/**
 * Reads a key from what a person has, text or file bytes, and proves it by one sign-and-verify.
 * HMAC secrets are read only when `alg` is an HS algorithm or `encoding` is given; anything else must be a private key.
 * Throws UserError, which never holds key material.
 */
export async function readKey(
  input: string | Uint8Array,
  options: ReadOptions = {},
): Promise<{ readonly key: Key; readonly warnings: readonly KeyWarning[] }> {
  if (input.length > largestInput) throw fileTooLarge();
  const { alg, encoding, fileName } = options;
  if (alg !== undefined && !isAlg(alg)) throw algUnsupported(alg);
  const source = typeof input === "string" ? input : new Uint8Array(input);
  const wantsSecret = encoding !== undefined || (alg !== undefined && algorithms[alg].kty === "oct");
  const found = wantsSecret ? readSecret(source, encoding) : findKey(source);
  return finish({ ...appleKid(fileName), ...found }, alg);
}

async function finish(found: FoundKey, wanted: Alg | undefined) {
  const { parts, kid, warnings = [] } = found;
  const shape = shapeOf(parts);
  const alg = wanted ?? found.alg ?? usualAlg(shape);
  const error = misfit(shape, found.alg ?? alg) ?? misfit(shape, alg);
  if (error !== undefined) throw error;
  if (found.pssOnly === true && !alg.startsWith("PS")) throw pssOnly(alg);
  if (parts.kty !== "oct") return { key: await provenKey(parts, alg, kid), warnings };
  const key = await secretKeyOf(parts.secret, alg, kid);
  const needs = (algorithms[alg].hash ?? 0) / 8;
  const short = parts.secret.length < needs ? [secretTooShort(parts.secret.length, needs, alg)] : [];
  return { key, warnings: [...short, ...warnings] };
}

function shapeOf(parts: FoundKey["parts"]): Pick<Key, "kty" | "crv" | "bits"> {
  if (parts.kty === "RSA") return { kty: "RSA", bits: modulusBits(parts.numbers.n) };
  return parts.kty === "oct" ? { kty: "oct" } : { kty: parts.kty, crv: parts.crv };
}

// EdDSA before its new name Ed25519 (RFC 9864): every verifier knows the old one.
const usualAlg = (shape: Pick<Key, "kty" | "crv">): Alg =>
  shape.kty === "OKP" ? "EdDSA" : (algNames.find((alg) => misfit(shape, alg) === undefined) ?? "RS256");

/** App Store Connect names the file after the key id, ten letters and digits; browsers add " (1)" to a second download. */
function appleKid(fileName: string | undefined): { readonly kid?: string } {
  const kid = /(?:^|[\\/])(?:AuthKey|SubscriptionKey)_([A-Z0-9]{10})(?: ?\(\d+\))?\.p8$/.exec(fileName ?? "")?.[1];
  return kid === undefined ? {} : { kid };
}
