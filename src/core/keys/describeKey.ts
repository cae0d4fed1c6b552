import type { KeySummary } from "./key.ts";

/** What a key is, in few words: "RSA, 4096 bits", "EC, P-256", "secret, 384 bits". */
export function describeKey({ kty, crv, bits }: Pick<KeySummary, "kty" | "crv" | "bits">): string {
  const kind = kty === "oct" ? "secret" : kty;
  return [kind, crv ?? (bits === undefined ? "" : `${bits} bits`)].filter((part) => part !== "").join(", ");
}
