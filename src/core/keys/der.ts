import { type Bytes, concat, withoutLeadingZeros } from "./bytes.ts";

/** One value of X.690 DER. `content` is a view of the input. */
export interface DerValue {
  readonly tag: number;
  readonly content: Bytes;
}

/** The bytes are no DER. Never leaves this folder: the reader that knows what was expected says it to the user. */
export class DerError extends Error {}

export const derTag = { integer: 0x02, bitString: 0x03, octets: 0x04, null: 0x05, oid: 0x06, sequence: 0x30 } as const;

// Key structures have at most a dozen members; more means hostile input.
const maxMembers = 32;

/** Reads one value that fills `bytes` exactly. Throws DerError. */
export function readDer(bytes: Bytes): DerValue {
  const { value, end } = readAt(bytes, 0);
  if (end !== bytes.length) throw new DerError("trailing bytes");
  return value;
}

/** The members of a constructed value. One level a call, so depth is bounded by the code that asks. Throws DerError. */
export function derMembers(value: DerValue): readonly DerValue[] {
  if ((value.tag & 0x20) === 0) throw new DerError("not constructed");
  const members: DerValue[] = [];
  for (let offset = 0; offset < value.content.length;) {
    const { value: member, end } = readAt(value.content, offset);
    if (members.push(member) > maxMembers) throw new DerError("too many members");
    offset = end;
  }
  return members;
}

/** The members of a value that must be a SEQUENCE. Throws DerError. */
export function derSequence(value: DerValue | undefined): readonly DerValue[] {
  if (value?.tag !== derTag.sequence) throw new DerError("no sequence");
  return derMembers(value);
}

/** A non-negative INTEGER's bytes, without leading zeros. Throws DerError. */
export function derUnsigned(value: DerValue | undefined): Bytes {
  const first = value?.content[0];
  if (value?.tag !== derTag.integer || first === undefined || first > 0x7f) throw new DerError("no unsigned integer");
  return withoutLeadingZeros(value.content);
}

/** The content of a value that must have this tag. Throws DerError. */
export function derContent(value: DerValue | undefined, tag: number): Bytes {
  if (value?.tag !== tag) throw new DerError("unexpected tag");
  return value.content;
}

/** The bytes of a BIT STRING that uses every bit, as keys and points do. Throws DerError. */
export function derBits(value: DerValue | undefined): Bytes {
  const content = derContent(value, derTag.bitString);
  if (content[0] !== 0) throw new DerError("unused bits");
  return content.subarray(1);
}

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

function readAt(bytes: Bytes, offset: number): { readonly value: DerValue; readonly end: number } {
  const tag = bytes[offset];
  if (tag === undefined || (tag & 0x1f) === 0x1f) throw new DerError("no tag");
  const { length, start } = readLength(bytes, offset + 1);
  const end = start + length;
  if (end > bytes.length) throw new DerError("value runs past the end");
  return { value: { tag, content: bytes.subarray(start, end) }, end };
}

function readLength(bytes: Bytes, offset: number): { readonly length: number; readonly start: number } {
  const first = bytes[offset];
  if (first === undefined) throw new DerError("no length");
  if (first < 0x80) return { length: first, start: offset + 1 };
  const size = first & 0x7f;
  const start = offset + 1 + size;
  // Definite and shortest form only (X.690 §10.1); three octets are already more than the input may hold.
  if (size === 0 || size > 3 || start > bytes.length) throw new DerError("bad length");
  const length = bytes.subarray(offset + 1, start).reduce((sum, octet) => sum * 256 + octet, 0);
  if (length < 0x80 || length < 256 ** (size - 1)) throw new DerError("length not in shortest form");
  return { length, start };
}

function lengthOctets(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}
