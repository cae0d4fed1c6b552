/** A part of a token as base64url: a text as it stands, anything else as JSON; in Node.js and in every extension host. */
export function part(value: unknown): string {
  return base64url(new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value)));
}

export function base64url(bytes: Iterable<number>): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** A compact token of these parts. Nobody made its signature, which has HS256's length. */
export const compactOf = (header: unknown, payload: unknown, signature = "A".repeat(43)): string =>
  [part(header), part(payload), signature].join(".");
