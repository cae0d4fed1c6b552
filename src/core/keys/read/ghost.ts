import { fromHex } from "../../bytes.ts";
import type { FoundKey } from "../parts.ts";

/** A Ghost Admin API key, `id:secret`: 24 and 64 hexadecimal digits. The secret is the bytes that its digits stand for. */
export function ghostKey(text: string): FoundKey | undefined {
  const [, kid, digits] = /^([0-9a-f]{24}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  const secret = digits === undefined ? undefined : fromHex(digits);
  if (kid === undefined || secret === undefined) return undefined;
  return { parts: { kty: "oct", secret }, alg: "HS256", kid };
}
