import { fileTooLarge, notAKey } from "../inputErrors.ts";
import { type Alg, algorithms, isAlg } from "../../algorithms.ts";
import type { Bytes } from "../../bytes.ts";
import { choose } from "./choose.ts";
import { decrypt } from "../encryption/decrypt.ts";
import { UserError } from "../../errors.ts";

import { algUnsupported, misfit, shapeOf, usualAlg } from "../check/fit.ts";
import { vendorSecret } from "./vendors.ts";
import { secretKeyOf } from "../hostKey.ts";
import { findKeys, largestInput } from "./input.ts";
import { textOf } from "./inputText.ts";
import type { Key } from "../key.ts";
import type { FoundKey } from "../parts.ts";
import { provenKey } from "../check/prove.ts";
import { readSecret } from "./readSecret.ts";
import { checkEncoding, type SecretEncoding } from "./secret.ts";
import { type KeyWarning, secretTooShort } from "../check/warnings.ts";
import { wellKnownWarnings } from "../check/wellKnown.ts";

export type { SecretEncoding } from "./secret.ts";
export type { KeyWarning } from "../check/warnings.ts";

export interface ReadOptions {
  /** What the key is to sign with. Without it: what the key itself names, else the usual one of its type. */
  readonly alg?: Alg;
  /** How an HMAC secret is written. Without it: text, or the JWK it is. */
  readonly encoding?: SecretEncoding;
  /** Name of the file, for the key id in Apple's `AuthKey_<KID>.p8`. */
  readonly fileName?: string;
  /** Of an encrypted private key; rules over one that stands in the same file. */
  readonly passphrase?: string;
  /** Which of several private keys to read, as `listKeys` counts them from 0. */
  readonly pick?: number;
}

/**
 * Reads a key from what a person has, text or file bytes, and proves it by one sign-and-verify.
 * HMAC secrets are read only when `alg` is an HS algorithm or `encoding` is given, or from a key of Ghost, Ably or DoorDash; anything
 * else must be a private key.
 * Throws UserError, which never holds key material.
 */
export async function readKey(
  input: string | Uint8Array,
  options: ReadOptions = {},
): Promise<{ readonly key: Key; readonly warnings: readonly KeyWarning[] }> {
  if (input.length > largestInput) throw fileTooLarge();
  const { alg, encoding, fileName } = options;
  checkEncoding(encoding);
  if (alg !== undefined && !isAlg(alg)) throw algUnsupported(alg);
  const source = typeof input === "string" ? input : new Uint8Array(input);
  const found = await find(source, options);
  return finish({ ...appleKid(fileName), ...found }, alg);
}

async function find(source: string | Bytes, { alg, encoding, pick, passphrase }: ReadOptions): Promise<FoundKey> {
  const known = encoding === undefined && (alg ?? "HS256") === "HS256" ? vendorSecret(textOf(source)) : undefined;
  if (known !== undefined) return known;
  const wantsSecret = encoding !== undefined || (alg !== undefined && algorithms[alg].kty === "oct");
  if (wantsSecret) return readSecret(source, encoding, pick);
  const found = choose(findKeys(source), pick);
  return "open" in found ? decrypt(found, passphrase) : found;
}

async function finish(found: FoundKey, wanted: Alg | undefined) {
  const { parts, kid, algs, warnings = [] } = found;
  const limits = algs === undefined ? {} : { algs };
  if (found.guessed === true) await proveGuess(parts);
  const shape = { ...shapeOf(parts), ...limits };
  const alg = wanted ?? found.alg ?? usualAlg(shape);
  const fault = misfit(shape, found.alg ?? alg) ?? misfit(shape, alg);
  if (fault !== undefined) throw new UserError(fault);
  if (parts.kty !== "oct") return { key: { ...(await provenKey(parts, alg, kid)), ...limits }, warnings };
  const key = await secretKeyOf(parts.secret, alg, kid);
  const needs = (algorithms[alg].hash ?? 0) / 8;
  const short = parts.secret.length < needs ? [secretTooShort(parts.secret.length, needs, alg)] : [];
  return { key, warnings: [...short, ...wellKnownWarnings(parts.secret), ...warnings] };
}

/** Bytes that are no key after all are most likely an HMAC secret, which is what this refusal speaks of. */
async function proveGuess(parts: FoundKey["parts"]): Promise<void> {
  if (parts.kty === "oct") return;
  try {
    await provenKey(parts, usualAlg(shapeOf(parts)), undefined);
  } catch {
    throw notAKey();
  }
}

/** App Store Connect names the file after the key id, ten letters and digits; copies of it get a number or a word behind. */
function appleKid(fileName: string | undefined): { readonly kid?: string } {
  const kid = /(?:^|[\\/])(?:AuthKey|SubscriptionKey)_([A-Z0-9]{10})(?:[ (_-][^\\/]*)?\.p8(?:\.txt)?$/.exec(
    fileName ?? "",
  )?.[1];
  return kid === undefined ? {} : { kid };
}
