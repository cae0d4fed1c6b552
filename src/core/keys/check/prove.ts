import type { JWK } from "jose";
import type { Alg } from "../../algorithms.ts";
import { UserError } from "../../errors.ts";
import { type Bytes, fromBase64, toBase64url } from "../../bytes.ts";
import { algUnsupportedHere, keyInconsistent } from "../errors.ts";
import { cryptoAlgorithm, keyOf, publicHalf } from "../hostKey.ts";
import type { Key } from "../key.ts";
import type { PrivateParts } from "../parts.ts";
import { writePkcs8 } from "../der/pkcs8Writer.ts";

/**
 * Imports a private key, checks that its public half is the one the input claims, and verifies one signature with that half.
 * The parts are well formed by now, so whatever WebCrypto refuses does not belong together.
 * Throws KEY_INCONSISTENT, and KEY_TYPE_UNSUPPORTED where this host lacks the algorithm.
 */
export async function provenKey(parts: PrivateParts, alg: Alg, kid: string | undefined): Promise<Key> {
  const algorithm = cryptoAlgorithm(alg);
  try {
    const privateKey = await crypto.subtle.importKey("pkcs8", writePkcs8(parts), algorithm, true, ["sign"]);
    const half = await publicHalf(privateKey, parts.kty);
    if (!isClaimed(half, parts) || !(await signsFor(half, privateKey, alg))) throw keyInconsistent();
    return await keyOf(privateKey, alg, kid);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw isUnsupported(error) ? algUnsupportedHere(alg) : keyInconsistent();
  }
}

async function signsFor(half: JWK, privateKey: CryptoKey, alg: Alg): Promise<boolean> {
  const algorithm = cryptoAlgorithm(alg);
  const publicKey = await crypto.subtle.importKey("jwk", half, algorithm, true, ["verify"]);
  const message = crypto.getRandomValues(new Uint8Array(32));
  const signature = await crypto.subtle.sign(algorithm, privateKey, message);
  return crypto.subtle.verify(algorithm, publicKey, signature, message);
}

/** Whether this half is the one that came with the private key. Where none came, WebCrypto has computed it. */
function isClaimed({ n, e, x, y, pub }: JWK, parts: PrivateParts): boolean {
  switch (parts.kty) {
    case "RSA":
      return same(n, parts.numbers.n) && same(e, parts.numbers.e);
    case "EC": {
      const { point } = parts;
      if (point === undefined) return true;
      if (point[0] !== 4) return same(x, point.slice(1)) && isOdd(y) === (point[0] === 3);
      const middle = (point.length + 1) / 2;
      return same(x, point.slice(1, middle)) && same(y, point.slice(middle));
    }
    case "OKP":
      return parts.x === undefined || same(x, parts.x);
    case "AKP":
      return parts.pub === undefined || same(pub, parts.pub);
  }
}

const same = (member: string | undefined, claimed: Bytes): boolean => member === toBase64url(claimed);

const isOdd = (member: string | undefined): boolean => ((fromBase64(member ?? "")?.at(-1) ?? 0) & 1) === 1;

const isUnsupported = (error: unknown): boolean => error instanceof Error && error.name === "NotSupportedError";
