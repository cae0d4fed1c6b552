import { errors, flattenedVerify } from "jose";
import { type Alg, isAlg } from "../../algorithms.ts";
import type { JsonObject } from "../../json.ts";
import type { VerificationKey } from "./verificationKey.ts";

/** The algorithm that a header names, where it is one that signs. `none` is not. */
const signatureAlg = ({ alg }: JsonObject): Alg | undefined =>
  typeof alg === "string" && isAlg(alg) ? alg : undefined;

/** The keys that could have made a token by its algorithm; those of its `kid` first (RFC 7515 §4.1.4: a hint). */
export function candidates(header: JsonObject, keys: readonly VerificationKey[]): readonly VerificationKey[] {
  const alg = signatureAlg(header);
  if (alg === undefined) return [];
  const fitting = keys.filter(({ algs }) => algs.includes(alg));
  const named = fitting.filter(({ kid }) => kid !== undefined && kid === header["kid"]);
  return [...named, ...fitting.filter((key) => !named.includes(key))];
}

/** Whether a key made the signature of a compact JWS by `alg`. The token has passed the gate of `compact.ts`. */
async function isSignedBy(compact: string, key: VerificationKey, alg: Alg): Promise<boolean> {
  const [header = "", payload = "", signature = ""] = compact.split(".");
  try {
    await flattenedVerify({ protected: header, payload, signature }, await key.cryptoKey(alg), { algorithms: [alg] });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

/** The first of these keys that made the signature. */
export async function signerOf(
  compact: string,
  header: JsonObject,
  keys: readonly VerificationKey[],
): Promise<VerificationKey | undefined> {
  const alg = signatureAlg(header);
  if (alg === undefined) return undefined;
  for (const key of candidates(header, keys)) if (await isSignedBy(compact, key, alg)) return key;
  return undefined;
}
