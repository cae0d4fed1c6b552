import type { Bytes } from "../../bytes.ts";

/** Whether a text holds nothing but base64url's characters (RFC 7515 §2): no padding, no white space. */
export const isBase64url = (text: string): boolean => /^[\w-]*$/.test(text);

/**
 * The bytes of a base64url text, one a character. Takes trailing bits that are not zero: `isCanonical` tells.
 * @returns undefined when the length is impossible or a character is none of the alphabet
 */
export function partBinary(part: string): string | undefined {
  if (part.length % 4 === 1 || !isBase64url(part)) return undefined;
  return atob(part.replaceAll("-", "+").replaceAll("_", "/"));
}

export function partBytes(part: string): Bytes | undefined {
  const binary = partBinary(part);
  return binary === undefined ? undefined : Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A part's bytes as UTF-8, a byte order mark included. @returns undefined when they are none */
export function partText(part: string): string | undefined {
  const binary = partBinary(part);
  // ASCII is UTF-8 already, and most tokens hold nothing else.
  if (binary === undefined || /^[\u0000-\u007f]*$/.test(binary)) return binary;
  try {
    return utf8.decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Whether a base64url text is the one that encoding its bytes gives: the bits after the last byte are zero (RFC 4648 §3.5). */
export function isCanonical(part: string): boolean {
  const rest = part.length % 4;
  if (rest < 2) return rest === 0;
  const last = digits.indexOf(part.at(-1) ?? "");
  return last % (rest === 2 ? 16 : 4) === 0;
}

/** Bytes that a base64url text of that many characters holds. */
export const bytesIn = (characters: number): number => Math.floor((characters * 3) / 4);
