import type { Bytes } from "../../bytes.ts";

/** Whether a text holds nothing but base64url's characters (RFC 7515 §2): no padding, no white space. */
export const isBase64url = (text: string): boolean => /^[\w-]*$/.test(text);

/** A part without the "=" that fill it up to a multiple of four characters (RFC 4648 §4); any other "=" stay. */
const withoutPadding = (part: string): string =>
  part.length % 4 === 0 && part.endsWith("=") ? part.slice(0, part.endsWith("==") ? -2 : -1) : part;

/** Whether a text is base64url, or padded as RFC 4648 §4 pads. */
export const isPart = (text: string): boolean => isBase64url(withoutPadding(text));

/** Whether some base64url text is as long; of three characters and a padding, those three count. */
export const isPossibleLength = (part: string): boolean => withoutPadding(part).length % 4 !== 1;

/**
 * The bytes of a base64url text, one a character. Takes padding, and trailing bits that are not zero: `isCanonical` tells.
 * @returns undefined when the length is impossible or a character is none of the alphabet
 */
export function partBinary(part: string): string | undefined {
  const bare = withoutPadding(part);
  if (bare.length % 4 === 1 || !isBase64url(bare)) return undefined;
  return atob(bare.replaceAll("-", "+").replaceAll("_", "/"));
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
  const bare = withoutPadding(part);
  const rest = bare.length % 4;
  if (rest < 2) return rest === 0;
  const last = digits.indexOf(bare.at(-1) ?? "");
  return last % (rest === 2 ? 16 : 4) === 0;
}

/** How many bytes that many characters of base64url stand for, padding aside. */
export const bytesOf = (characters: number): number => Math.floor((characters * 3) / 4);

/** How many bytes a base64url text holds. */
export const bytesIn = (part: string): number => bytesOf(withoutPadding(part).length);
