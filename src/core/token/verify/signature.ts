import { errors, flattenedVerify } from "jose";
import { type Alg, isAlg } from "../../algorithms.ts";
import type { Bytes } from "../../bytes.ts";
import type { JsonObject } from "../../json.ts";
import { type Decoded, signedPart } from "../read/decode.ts";
import { disclosureFault } from "./disclosures.ts";
import { gateFault } from "./gate.ts";
import type { VerificationKey } from "./verificationKey.ts";

/** A compact JWS taken apart. */
export interface SignedToken {
  readonly protectedHeader: string;
  /** As it is signed: base64url, or text or bytes where the header says `b64` false (RFC 7797 §3). */
  readonly payload: string | Bytes;
  readonly signature: string;
  readonly alg: Alg;
}

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

/** The first of these keys that made the signature of a token that has passed the gate. */
export async function signerAmong(
  token: SignedToken,
  keys: readonly VerificationKey[],
): Promise<VerificationKey | undefined> {
  for (const key of keys) if (await isSignedBy(token, key)) return key;
  return undefined;
}

/** The one of the stored keys that signed a token, strictly judged. */
export async function storedSigner(
  compact: string,
  decoded: Decoded,
  keys: readonly VerificationKey[],
): Promise<VerificationKey | undefined> {
  const alg = signatureAlg(decoded.header);
  if (alg === undefined || gateFault(compact, decoded) !== undefined) return undefined;
  if ((await disclosureFault(compact, decoded)) !== undefined) return undefined;
  const [protectedHeader = "", payload = "", signature = ""] = signedPart(compact).split(".");
  return signerAmong({ protectedHeader, payload, signature, alg }, candidates(decoded.header, keys));
}

async function isSignedBy(token: SignedToken, key: VerificationKey): Promise<boolean> {
  const { protectedHeader, payload, signature, alg } = token;
  try {
    await flattenedVerify({ protected: protectedHeader, payload, signature }, await key.cryptoKey(alg), {
      algorithms: [alg],
    });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}
