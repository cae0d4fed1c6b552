import { toBase64url } from "../../src/core/bytes.ts";

/** Random bytes in base64url that are the same for the same length, for a preview that does not flicker. */
export function stableRandom(): (bytes: number) => string {
  const made = new Map<number, string>();
  return (bytes) => {
    const text = made.get(bytes) ?? toBase64url(crypto.getRandomValues(new Uint8Array(bytes)));
    made.set(bytes, text);
    return text;
  };
}
