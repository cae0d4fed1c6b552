/**
 * Whether an RSA modulus came from Infineon's RSALib (CVE-2017-15361; Nemec et al., CCS 2017, §2.2): its primes are
 * k·M + 65537^a mod M with M the product of small primes, so for each of those primes the modulus lies in the group that
 * 65537 generates. About one in 2·10^8 honest moduli would do so for all of them.
 */
export const isRocaModulus = (n: bigint): boolean =>
  smallPrimes.every((prime) => inGroup(Number(n % BigInt(prime)), prime));

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
