import { createPrivateKey } from "node:crypto";

/** Stretches of a key's secret numbers and of its file, each written in every way it might leak. */
export function canaries(pem: string): readonly string[] {
  const { d = "", p = "" } = createPrivateKey(pem).export({ format: "jwk" });
  const numbers = [d, p].map((number) => Buffer.from(number, "base64url").subarray(16, 64));
  const encoded = numbers.flatMap((bytes) =>
    (["latin1", "base64", "base64url", "hex"] as const).map((way) => bytes.toString(way)),
  );
  return [...encoded, ...pem.split("\n").slice(3, 6)];
}
