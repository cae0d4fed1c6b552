import { asyncLoop } from "@noble/hashes/utils.js";
import { type Bytes, concat, fromBigInt, toBigInt } from "../../bytes.ts";
import { type Hash, hashes } from "./hashes.ts";
import type { HashName } from "./encryption.ts";

/** What the derived bytes are for (RFC 7292 §B.3). */
const ids = { key: 1, iv: 2, mac: 3 } as const;

export interface Pkcs12Kdf {
  readonly hash: HashName;
  readonly salt: Bytes;
  readonly iterations: number;
}

/** RFC 7292 §B.2. `password` ends with the two zero bytes of §B.1. Lets others run every ten milliseconds. */
export async function pkcs12Kdf(
  password: Bytes,
  { hash: name, salt, iterations }: Pkcs12Kdf,
  purpose: keyof typeof ids,
  length: number,
): Promise<Bytes> {
  const hash = hashes[name];
  const block = hash.blockLen;
  const diversifier = new Uint8Array(block).fill(ids[purpose]);
  let input = concat(repeated(salt, block), repeated(password, block));
  let derived: Bytes = new Uint8Array(0);
  while (derived.length < length) {
    const digest = await rounds(hash, concat(diversifier, input), iterations);
    derived = concat(derived, digest);
    input = nextInput(input, repeated(digest, block), block);
  }
  return derived.subarray(0, length);
}

/** Hashes `iterations` times over, yielding now and then. */
export async function rounds(hash: Hash, input: Bytes, iterations: number): Promise<Bytes> {
  let digest = input;
  await asyncLoop(iterations, 10, () => {
    digest = new Uint8Array(hash(digest));
  });
  return digest;
}

/** As many copies as fill whole blocks. */
const repeated = (bytes: Bytes, block: number): Bytes =>
  Uint8Array.from({ length: block * Math.ceil(bytes.length / block) }, (_, i) => bytes[i % bytes.length] ?? 0);

/** Adds the number in `addend`, and 1, to each block. */
function nextInput(input: Bytes, addend: Bytes, block: number): Bytes {
  const modulus = 1n << BigInt(8 * block);
  const sums = Array.from({ length: input.length / block }, (_, i) => {
    const sum = (toBigInt(input.subarray(i * block, (i + 1) * block)) + toBigInt(addend) + 1n) % modulus;
    return fromBigInt(sum, block);
  });
  return concat(...sums);
}
