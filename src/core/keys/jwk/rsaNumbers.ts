import { fromBigInt, toBigInt } from "../../bytes.ts";
import { keyInconsistent } from "../errors.ts";
import type { RsaNumbers } from "../parts.ts";

/** What a private RSA JWK may hold: all but `n` and `e` may be absent, but for `d` or one of the primes (RFC 7518 §6.3.2). */
export type GivenNumbers = Pick<RsaNumbers, "n" | "e"> & Partial<RsaNumbers>;

/** The longest modulus that is factored, in bytes: half a second at 8192 bits, eight times that at twice as many. */
export const longestFactored = 1024;

/** The numbers with those that are absent computed from the others, which are not proven by that. Throws KEY_INCONSISTENT. */
export function allNumbers(given: GivenNumbers): RsaNumbers {
  const [n, e] = [toBigInt(given.n), toBigInt(given.e)];
  const [p, q] = primesOf(given, n, e);
  if (p < 3n || q < 3n) throw keyInconsistent();
  const d = given.d === undefined ? inverse(e, (p - 1n) * (q - 1n)) : toBigInt(given.d);
  return {
    n: given.n,
    e: given.e,
    d: given.d ?? fromBigInt(d),
    p: given.p ?? fromBigInt(p),
    q: given.q ?? fromBigInt(q),
    dp: given.dp ?? fromBigInt(d % (p - 1n)),
    dq: given.dq ?? fromBigInt(d % (q - 1n)),
    qi: given.qi ?? fromBigInt(inverse(q, p)),
  };
}

function primesOf(given: GivenNumbers, n: bigint, e: bigint): readonly [bigint, bigint] {
  const [p, q] = [given.p && toBigInt(given.p), given.q && toBigInt(given.q)];
  if (p !== undefined && q !== undefined) return [p, q];
  if (p !== undefined && p > 0n) return [p, n / p];
  if (q !== undefined && q > 0n) return [n / q, q];
  const d = given.d === undefined ? 0n : toBigInt(given.d);
  // d is below n (RFC 8017 §3.2), which also bounds the arithmetic.
  if (d <= 1n || d >= n) throw keyInconsistent();
  return factored(n, e * d - 1n);
}

/**
 * The primes of n from a multiple of λ(n), the larger one first (NIST SP 800-56B rev. 2, §C.1). Each base finds them with a
 * chance of one half at least. Throws KEY_INCONSISTENT where it is no such multiple.
 */
function factored(n: bigint, multiple: bigint): readonly [bigint, bigint] {
  let [odd, twos] = [multiple, 0];
  for (; odd % 2n === 0n; odd /= 2n) twos += 1;
  for (const base of bases) {
    const root = rootOfOne(power(base, odd, n), twos, n);
    if (root === undefined) continue;
    const prime = greatestDivisor(root - 1n, n);
    const other = n / prime;
    return prime > other ? [prime, other] : [other, prime];
  }
  throw keyInconsistent();
}

const bases = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n, 53n];

/** A square root of 1 other than 1 and −1, among `value` and its squares; throws KEY_INCONSISTENT where none of them is 1. */
function rootOfOne(value: bigint, squarings: number, n: bigint): bigint | undefined {
  let root = value;
  if (root === 1n) return undefined;
  for (let done = 0; done < squarings; done += 1) {
    const square = (root * root) % n;
    if (square === 1n) return root === n - 1n ? undefined : root;
    root = square;
  }
  throw keyInconsistent();
}

function power(base: bigint, exponent: bigint, n: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % n;
    if (bit === "1") result = (result * base) % n;
  }
  return result;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** The inverse of `a` modulo `m`. Throws KEY_INCONSISTENT where there is none. */
function inverse(a: bigint, m: bigint): bigint {
  let [rest, next, factor, nextFactor] = [m, a % m, 0n, 1n];
  while (next > 0n) {
    const quotient = rest / next;
    [rest, next, factor, nextFactor] = [next, rest % next, nextFactor, factor - quotient * nextFactor];
  }
  if (rest !== 1n) throw keyInconsistent();
  return ((factor % m) + m) % m;
}
