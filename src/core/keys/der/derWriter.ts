import { type Bytes, concat, withoutLeadingZeros } from "../../bytes.ts";
import { derTag } from "./oids.ts";

/** Writes one value. */
export function der(tag: number, ...parts: readonly Bytes[]): Bytes {
  const content = concat(...parts);
  return concat(Uint8Array.from([tag, ...lengthOctets(content.length)]), content);
}

/** Writes a non-negative INTEGER from its big-endian bytes. */
export function derInteger(bytes: Bytes): Bytes {
  const digits = withoutLeadingZeros(bytes);
  // A set top bit would read as a negative number (X.690 §8.3.3).
  const needsZero = digits.length === 0 || (digits[0] ?? 0) > 0x7f;
  return needsZero ? der(derTag.integer, new Uint8Array(1), digits) : der(derTag.integer, digits);
}

/** A length in the shortest form (X.690 §10.1). */
export function lengthOctets(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}
