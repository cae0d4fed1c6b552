import { type Bytes, toBigInt } from "../../bytes.ts";
import { badExponent, keyInconsistent, keyTooLarge, keyTooSmall, weakRoca } from "../errors.ts";
import type { FoundKey, RsaNumbers } from "../parts.ts";
import { type KeyWarning, lowExponent } from "./warnings.ts";

const leastBits = 2048; // RFC 7518 §3.3
const mostBits = 16_384; // OpenSSL's own limit; one signature takes seconds beyond it.
const usualExponent = 65_537n;

/** Length of the modulus, in bits. */
export const modulusBits = (n: Bytes): number => (n.length === 0 ? 0 : toBigInt(n).toString(2).length);

/** Refuses public halves that are too weak to sign for. Throws UserError. */
export function checkRsaPublic(n: Bytes, e: Bytes): void {
  // Before any arithmetic: a modulus of a megabyte would keep it busy.
  if (n.length > mostBits / 8) throw keyTooLarge(n.length * 8, mostBits);
  const bits = modulusBits(n);
  if (bits < leastBits) throw keyTooSmall(bits);
  const exponent = toBigInt(e);
  // FIPS 186-5 §A.1.1 bounds e above.
  if (exponent <= 1n || exponent % 2n === 0n || exponent >= 2n ** 256n) throw badExponent();
  if (isRocaModulus(toBigInt(n))) throw weakRoca();
}

/**
 * RFC 8017 §3.2, by arithmetic: OpenSSL mends a wrong prime silently by way of d, so a signature alone proves too little.
 * Throws KEY_INCONSISTENT.
 */
function checkRsaPrivate({ n, e, d, p, q, dp, dq, qi }: RsaNumbers): void {
  checkRsaPublic(n, e);
  const [p1, q1] = [toBigInt(p), toBigInt(q)];
  const consistent =
    p1 > 2n &&
    q1 > 2n &&
    p1 * q1 === toBigInt(n) &&
    toBigInt(dp) === toBigInt(d) % (p1 - 1n) &&
    toBigInt(dq) === toBigInt(d) % (q1 - 1n) &&
    (toBigInt(e) * toBigInt(dp)) % (p1 - 1n) === 1n &&
    (toBigInt(e) * toBigInt(dq)) % (q1 - 1n) === 1n &&
    (toBigInt(qi) * q1) % p1 === 1n;
  if (!consistent) throw keyInconsistent();
}

/** The key that an RSA key's numbers make up. Throws UserError where they are too weak or do not belong together. */
export function rsaKey(numbers: RsaNumbers): FoundKey {
  checkRsaPrivate(numbers);
  return { parts: { kty: "RSA", numbers }, warnings: rsaWarnings(numbers) };
}

function rsaWarnings({ e }: RsaNumbers): readonly KeyWarning[] {
  const exponent = toBigInt(e);
  return exponent < usualExponent ? [lowExponent(exponent)] : [];
}

/**
 * Whether an RSA modulus came from Infineon's RSALib (CVE-2017-15361; Nemec et al., CCS 2017, §2.2): its primes are
 * k·M + 65537^a mod M with M the product of small primes, so for each of those primes the modulus lies in the group that
 * 65537 generates. About one in 2·10^8 honest moduli would do so for all of them.
 */
const isRocaModulus = (n: bigint): boolean => smallPrimes.every((prime) => inGroup(Number(n % BigInt(prime)), prime));

const smallPrimes = [
  3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113,
  127, 131, 137, 139, 149, 151, 157, 163, 167,
];

function inGroup(residue: number, prime: number): boolean {
  let power = 1;
  do {
    if (power === residue) return true;
    power = (power * 65_537) % prime;
  } while (power !== 1);
  return false;
}
