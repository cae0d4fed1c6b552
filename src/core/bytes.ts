/** A megabyte, in bytes. */
export const MB = 1_048_576;

/** Bytes that WebCrypto takes: never a view of shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

export function concat(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

export const toHex = (bytes: Bytes): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** @returns undefined unless `text` is an even number of hexadecimal digits */
export function fromHex(text: string): Bytes | undefined {
  if (text.length % 2 !== 0 || /[^0-9a-f]/i.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

export function toBase64(bytes: Bytes): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

export const toBase64url = (bytes: Bytes): string =>
  toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

/**
 * Reads either alphabet of RFC 4648 §4-5; padding may be absent, since both are lost in copying and neither is ambiguous.
 * @returns undefined when `text` is not base64
 */
export function fromBase64(text: string): Bytes | undefined {
  const digits = text
    .replace(/={1,2}$/, "")
    .replaceAll("-", "+")
    .replaceAll("_", "/");
  if (digits.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(digits)) return undefined;
  return Uint8Array.from(atob(digits), (char) => char.charCodeAt(0));
}

/** The unsigned big-endian number in `bytes`. */
export const toBigInt = (bytes: Bytes): bigint => BigInt(`0x0${toHex(bytes)}`);

/** The unsigned big-endian bytes of a number, `length` of them or more. */
export function fromBigInt(number: bigint, length = 1): Bytes {
  const digits = number.toString(16);
  const even = digits.padStart(Math.max(2 * length, digits.length + (digits.length % 2)), "0");
  return Uint8Array.from({ length: even.length / 2 }, (_, i) => Number.parseInt(even.slice(2 * i, 2 * i + 2), 16));
}

export function withoutLeadingZeros(bytes: Bytes): Bytes {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? new Uint8Array(0) : bytes.subarray(first);
}

/** @returns undefined when the number in `bytes` needs more than `length` bytes */
export function padTo(length: number, bytes: Bytes): Bytes | undefined {
  const digits = withoutLeadingZeros(bytes);
  return digits.length > length ? undefined : concat(new Uint8Array(length - digits.length), digits);
}
