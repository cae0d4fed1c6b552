import { type Bytes, withoutLeadingZeros } from "../../bytes.ts";
import { openSshTruncated } from "./sshErrors.ts";

/** Reads the types of RFC 4251 §5 one after the other. Every method throws KEY_TRUNCATED where the bytes end too early. */
export class SshReader {
  readonly #bytes: Bytes;
  #offset = 0;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  /** `length` bytes as they stand. */
  take(length: number): Bytes {
    const end = this.#offset + length;
    if (end > this.#bytes.length) throw openSshTruncated();
    const taken = this.#bytes.subarray(this.#offset, end);
    this.#offset = end;
    return taken;
  }

  uint32(): number {
    return this.take(4).reduce((number, byte) => number * 256 + byte, 0);
  }

  string(): Bytes {
    return this.take(this.uint32());
  }

  /** A string of ASCII. */
  name(): string {
    return String.fromCharCode(...this.string().subarray(0, 64));
  }

  /** A non-negative mpint, without leading zeros. */
  mpint(): Bytes {
    const bytes = this.string();
    if ((bytes[0] ?? 0) > 0x7f) throw openSshTruncated();
    return withoutLeadingZeros(bytes);
  }

  rest(): Bytes {
    return this.take(this.#bytes.length - this.#offset);
  }
}
