import { type Bytes, fromBigInt, toBigInt } from "../../bytes.ts";
import { keyInconsistent } from "../errors.ts";
import type { RsaNumbers } from "../parts.ts";

interface RsaPrivate extends Pick<RsaNumbers, "n" | "e" | "d"> {
  readonly primes?: readonly [p: Bytes, q: Bytes];
}

/**
 * All numbers of an RSA key that has only some, as RFC 7518 §6.3.2 allows: the primes from d (NIST SP 800-56B, appendix C),
 * and what follows from them. Throws KEY_INCONSISTENT.
 */
export function completeRsa({ n, e, d, primes }: RsaPrivate): RsaNumbers {
  const [modulus, exponent] = [toBigInt(n), toBigInt(d)];
  const p1 = primes === undefined ? primeOf(modulus, exponent * toBigInt(e) - 1n) : toBigInt(primes[0]);
  const q1 = primes === undefined ? modulus / p1 : toBigInt(primes[1]);
  if (p1 < 3n || q1 < 3n || p1 * q1 !== modulus) throw keyInconsistent();
  const numbers = { p: p1, q: q1, dp: exponent % (p1 - 1n), dq: exponent % (q1 - 1n), qi: inverse(q1 % p1, p1) };
  return {
    n,
    e,
    d,
    p: fromBigInt(numbers.p),
    q: fromBigInt(numbers.q),
    dp: fromBigInt(numbers.dp),
    dq: fromBigInt(numbers.dq),
    qi: fromBigInt(numbers.qi),
  };
}

/** Bases to try. Each finds the primes of a consistent key with a chance of at least one half. */
const bases = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n, 53n, 59n, 61n, 67n, 71n];

/** A prime factor of `n`, where `multiple` is one of the order of every base: a square root of 1 other than 1 and −1 gives it. */
function primeOf(n: bigint, multiple: bigint): bigint {
  if (n % 2n === 0n || multiple <= 0n || multiple % 2n === 1n) throw keyInconsistent();
  let [odd, twos] = [multiple, 0];
  for (; odd % 2n === 0n; odd /= 2n) twos++;
  for (const base of bases) {
    let root = power(base, odd, n);
    for (let step = 0; step < twos; step++) {
      const square = (root * root) % n;
      if (square === 1n && root !== 1n && root !== n - 1n) return divisor(root - 1n, n);
      root = square;
    }
    // Otherwise the numbers do not belong together, and no other base tells more.
    if (root !== 1n) break;
  }
  throw keyInconsistent();
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const digit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (digit === "1") result = (result * base) % modulus;
  }
  return result;
}

function divisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** By the extended Euclidean algorithm. */
function inverse(number: bigint, modulus: bigint): bigint {
  let [previous, rest] = [modulus, number];
  let [before, factor] = [0n, 1n];
  while (rest !== 0n) {
    const quotient = previous / rest;
    [previous, rest] = [rest, previous - quotient * rest];
    [before, factor] = [factor, before - quotient * factor];
  }
  if (previous !== 1n) throw keyInconsistent();
  return ((before % modulus) + modulus) % modulus;
}
