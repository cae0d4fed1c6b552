import type { Bytes } from "../../bytes.ts";
import { DerError } from "./der.ts";
import { der } from "./derWriter.ts";
import { derTag } from "./oids.ts";

const deepest = 32;
const mostValues = 10_000;
const constructed = 0x20;

/**
 * Rewrites BER as DER, as far as keystores need it: lengths that are indefinite or not in the shortest form, and octet strings
 * in pieces (X.690 §8.1.3, §8.7). Throws DerError.
 */
export function derOfBer(bytes: Bytes): Bytes {
  const reader = new BerReader(bytes);
  const value = reader.value(0);
  if (reader.offset !== bytes.length) throw new DerError("trailing bytes");
  return value;
}

class BerReader {
  offset = 0;
  #values = 0;
  readonly #bytes: Bytes;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  /** The next value, rewritten. */
  value(depth: number): Bytes {
    this.#values += 1;
    if (depth > deepest || this.#values > mostValues) throw new DerError("too many values");
    const tag = this.#octet();
    if ((tag & 0x1f) === 0x1f) throw new DerError("no tag of one octet");
    const length = this.#length();
    if ((tag & constructed) === 0) return der(tag, this.#take(length));
    const members = this.#members(length, depth + 1);
    if (tag !== (derTag.octets | constructed)) return der(tag, ...members);
    return der(derTag.octets, ...members.map(octetsOf));
  }

  /** Those of a constructed value; an infinite length is one that an end-of-contents ends. */
  #members(length: number, depth: number): readonly Bytes[] {
    const end = this.offset + length;
    const members: Bytes[] = [];
    while (this.offset < end && !(length === Number.POSITIVE_INFINITY && this.#isEnd()))
      members.push(this.value(depth));
    if (length === Number.POSITIVE_INFINITY) this.offset += 2;
    else if (this.offset !== end) throw new DerError("members of another length");
    return members;
  }

  #isEnd(): boolean {
    if (this.offset + 2 > this.#bytes.length) throw new DerError("no end of contents");
    return this.#bytes[this.offset] === 0 && this.#bytes[this.offset + 1] === 0;
  }

  #length(): number {
    const first = this.#octet();
    if (first < 0x80) return first;
    if (first === 0x80) return Number.POSITIVE_INFINITY;
    return this.#take(first & 0x7f).reduce((number, octet) => number * 256 + octet, 0);
  }

  #octet(): number {
    return this.#take(1)[0] ?? 0;
  }

  #take(length: number): Bytes {
    const end = this.offset + length;
    if (end > this.#bytes.length) throw new DerError("too short");
    const taken = this.#bytes.subarray(this.offset, end);
    this.offset = end;
    return taken;
  }
}

/** The content of an octet string that is in DER by now. */
function octetsOf(value: Bytes): Bytes {
  const [tag, length = 0] = value;
  if (tag !== derTag.octets) throw new DerError("no octet string");
  return value.subarray(length < 0x80 ? 2 : 2 + (length & 0x7f));
}

/** The bytes of an octet string, tagged implicitly with [0], whole or in pieces. Throws DerError. */
export function implicitOctets(value: { readonly tag: number; readonly content: Bytes } | undefined): Bytes {
  if (value?.tag === 0x80) return value.content;
  if (value?.tag !== 0xa0) throw new DerError("no octet string");
  return octetsOf(derOfBer(der(derTag.octets | constructed, value.content)));
}
