import { derUnsigned, type DerValue } from "./der.ts";
import { multiPrime } from "../errors.ts";
import type { FoundKey } from "../parts.ts";
import { rsaKey } from "../check/rsa.ts";

/** Reads the members of an RSAPrivateKey (RFC 8017 §A.1.2). Throws DerError, UserError. */
export function readPkcs1(members: readonly DerValue[]): FoundKey {
  // Only version 1 has the further primes as a tenth member.
  if (members.length > 9) throw multiPrime();
  const [, n, e, d, p, q, dp, dq, qi] = members;
  return rsaKey({
    n: derUnsigned(n),
    e: derUnsigned(e),
    d: derUnsigned(d),
    p: derUnsigned(p),
    q: derUnsigned(q),
    dp: derUnsigned(dp),
    dq: derUnsigned(dq),
    qi: derUnsigned(qi),
  });
}
