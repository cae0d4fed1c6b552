import type { KeySummary } from "./key.ts";

type Described = Pick<KeySummary, "kty" | "crv" | "bits" | "windowOnly">;

/** What a key is, in few words: "RSA, 4096 bits", "EC, P-256, this window only", "secret, 384 bits". */
export function describeKey({ kty, crv, bits, windowOnly }: Described): string {
  const kind = kty === "oct" ? "secret" : kty;
  const size = crv ?? (bits === undefined ? "" : `${bits} bits`);
  return [kind, size, windowOnly === true ? "this window only" : ""].filter((part) => part !== "").join(", ");
}
