import { type Alg, algNames, algorithms, isAlg } from "../../algorithms.ts";
import { type Fault, fault, userError, type UserError } from "../../errors.ts";
import { quoted } from "../../visible.ts";
import type { Key, KeySummary } from "../key.ts";
import type { FoundKey } from "../parts.ts";
import { modulusBits } from "./rsa.ts";

type Fitted = Pick<KeySummary, "kty" | "crv" | "bits" | "algs"> & { readonly name?: string };

/** Whether this key can sign with `alg` (RFC 7518 §3.1, RFC 8037 §3.1, RFC 9964). */
export function fits(key: Fitted, alg: Alg): boolean {
  if (!isAlg(alg)) return false;
  const { kty, crv } = algorithms[alg];
  return key.kty === kty && (crv === undefined || key.crv === crv) && (key.algs?.includes(alg) ?? true);
}

/**
 * Why this key cannot sign with `alg`.
 * @returns undefined when it can, else KEY_ALG_MISMATCH or ALG_UNSUPPORTED
 */
export function misfit(key: Fitted, alg: Alg): Fault | undefined {
  if (!isAlg(alg)) return algUnsupported(alg).fault;
  if (fits(key, alg)) return undefined;
  const subject = key.name === undefined ? "this" : quoted(key.name);
  const others = algNames.filter((name) => fits(key, name)).join(", ");
  if (key.algs !== undefined && key.kty === algorithms[alg].kty) {
    return fault(
      "KEY_ALG_MISMATCH",
      `${subject === "this" ? "This" : subject} is an RSA-PSS key that is limited to ${others}, so it cannot sign with ${alg}.`,
      `Choose another key, or sign with ${others}.`,
    );
  }
  return fault(
    "KEY_ALG_MISMATCH",
    `${alg} needs ${described(algorithms[alg])}; ${subject} is ${described(key)}.`,
    `Choose such a key, or sign with ${others}.`,
  );
}

/** `alg` is shown only while it looks like an algorithm's name, since it may come from outside. */
export function algUnsupported(alg?: string): UserError {
  const shown = alg !== undefined && /^[A-Za-z0-9-]{1,12}$/.test(alg) ? `"${alg}"` : "The algorithm";
  return userError(
    "ALG_UNSUPPORTED",
    `${shown} is not a signature algorithm known here.`,
    `Choose one of ${algNames.join(", ")}.`,
  );
}

function described({ kty, crv, bits }: Pick<KeySummary, "kty" | "crv" | "bits">): string {
  if (kty === "oct") return "an HMAC secret";
  if (kty === "RSA") return bits === undefined ? "an RSA key" : `${article(bits)} ${bits}-bit RSA key`;
  return kty === "EC" ? `an EC key on ${crv ?? "another curve"}` : `an ${crv ?? kty} key`;
}

// "an 8192-bit key": the only such lengths in use begin with 8.
const article = (bits: number): string => (String(bits).startsWith("8") ? "an" : "a");

/** What decides which algorithms a key fits. */
export function shapeOf(parts: FoundKey["parts"]): Pick<Key, "kty" | "crv" | "bits"> {
  if (parts.kty === "RSA") return { kty: "RSA", bits: modulusBits(parts.numbers.n) };
  return parts.kty === "oct" ? { kty: "oct" } : { kty: parts.kty, crv: parts.crv };
}

// EdDSA before its new name Ed25519 (RFC 9864): every verifier knows the old one.
export const usualAlg = (shape: Pick<Key, "kty" | "crv">): Alg =>
  shape.kty === "OKP" ? "EdDSA" : (algNames.find((alg) => fits(shape, alg)) ?? "RS256");
