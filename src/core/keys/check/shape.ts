import { type Alg, algNames } from "../../algorithms.ts";
import { misfit } from "./fit.ts";
import type { Key } from "../key.ts";
import type { FoundKey } from "../parts.ts";
import { modulusBits } from "./rsa.ts";

/** What decides which algorithms a key fits. */
export function shapeOf(parts: FoundKey["parts"]): Pick<Key, "kty" | "crv" | "bits"> {
  if (parts.kty === "RSA") return { kty: "RSA", bits: modulusBits(parts.numbers.n) };
  return parts.kty === "oct" ? { kty: "oct" } : { kty: parts.kty, crv: parts.crv };
}

// EdDSA before its new name Ed25519 (RFC 9864): every verifier knows the old one.
export const usualAlg = (shape: Pick<Key, "kty" | "crv">): Alg =>
  shape.kty === "OKP" ? "EdDSA" : (algNames.find((alg) => misfit(shape, alg) === undefined) ?? "RS256");
