import type { Alg } from "../algorithms.ts";
import { keyDamagedInStore } from "./errors.ts";
import { misfit } from "./check/fit.ts";
import { hostKey } from "./hostKey.ts";
import type { Key } from "./key.ts";

/**
 * The key as `jose` signs with it: a non-extractable CryptoKey bound to `alg`.
 * Throws KEY_ALG_MISMATCH when the key does not fit `alg`, KEY_DAMAGED when the stored bytes cannot be read.
 */
export async function signingKey(key: Key, alg: Alg): Promise<CryptoKey> {
  const error = misfit(key, alg);
  if (error !== undefined) throw error;
  try {
    return await hostKey(key, alg, false);
  } catch {
    throw keyDamagedInStore();
  }
}
