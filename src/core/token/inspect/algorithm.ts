import { type Alg, algorithms } from "../../algorithms.ts";
import { bytesIn } from "../read/base64url.ts";
import { signedPart } from "../read/decode.ts";
import { algOf, signatureFault } from "../rules/algorithm.ts";
import { type Finding, found, type Subject } from "./finding.ts";

/** What `alg` says of a JWS, and whether its signature can be by it (RFC 8725 §2.1, §3.1–2). */
export function algorithmFindings({ compact, decoded }: Subject): readonly Finding[] {
  if (decoded.kind === "JWE") return [];
  const alg = algOf(decoded);
  if (typeof alg !== "string") return found(alg.code === "ALG_UNSUPPORTED" ? "warning" : "error", alg);
  const signature = signedPart(compact).split(".")[2] ?? "";
  return [...found("error", signatureFault(alg, signature)), ...smallRsa(alg, bytesIn(signature))];
}

/** RSA's signatures are as long as its keys, which have a whole number of 64-bit words. */
function smallRsa(alg: Alg, bytes: number): readonly Finding[] {
  if (algorithms[alg].kty !== "RSA" || bytes < 128 || bytes >= 256 || bytes % 8 !== 0) return [];
  return [
    {
      code: "KEY_TOO_SMALL",
      severity: "warning",
      message: `The signature is by an RSA key of ${bytes * 8} bits; 2048 are needed (RFC 7518 §3.3).`,
      remedy: "Sign with a key of 2048 bits or more.",
    },
  ];
}
