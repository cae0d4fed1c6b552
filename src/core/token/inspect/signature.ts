import { type Alg, algorithms, isAlg } from "../../algorithms.ts";
import type { Profile } from "../../profile.ts";
import { cryptoAlgorithm } from "../../keys/hostKey.ts";
import { wellKnownSecrets } from "../../keys/check/wellKnown.ts";
import { type Decoded, signedPart } from "../read/decode.ts";
import { partBytes } from "../read/base64url.ts";
import { type VerificationKey, verificationKey } from "../verify/verificationKey.ts";
import type { Finding } from "./finding.ts";
import { shown } from "../../visible.ts";

interface Signed {
  readonly compact: string;
  readonly decoded: Decoded;
  readonly keys: readonly VerificationKey[];
  /** The key that made the signature. */
  readonly signer: VerificationKey | undefined;
  /** The profile that the token comes from. */
  readonly profile: Profile | undefined;
  /** Tries other algorithms and well-known secrets too, which takes some milliseconds. */
  readonly thorough: boolean;
}

/** What a token's signature tells beside the keys that it may be by. */
export async function signatureFindings(signed: Signed): Promise<readonly Finding[]> {
  const { kind, header } = signed.decoded;
  const { alg } = header;
  if (kind === "JWE" || typeof alg !== "string" || !isAlg(alg)) return [];
  const findings = [...profileFindings(signed, alg), ...shortSecret(signed.signer, alg)];
  if (!signed.thorough) return findings;
  const known = await wellKnownFinding(signed, alg);
  const other = signed.signer === undefined ? await otherAlgFinding(signed, alg) : undefined;
  return [...findings, ...[known, other].filter((finding) => finding !== undefined)];
}

/** The key that the profile signs with, which may not fit the token's alg, or not be the one that signed. */
function profileFindings({ keys, signer, profile }: Signed, alg: Alg): readonly Finding[] {
  const own = keys.find(({ name }) => name !== undefined && name === profile?.key);
  if (own === undefined || profile === undefined || own === signer) return [];
  if (!own.algs.includes(alg)) {
    return [
      {
        code: "KEY_ALG_MISMATCH",
        severity: "error",
        message: `alg is ${alg}, and the key ${shown(own.name ?? "")} of the profile ${shown(profile.name)} cannot sign with it.`,
        remedy: "Choose a key for the profile that fits, and mint the token again.",
      },
    ];
  }
  const by = signer?.name === undefined ? "another key" : `the key ${shown(signer.name)}`;
  return [
    {
      code: "SIG_OTHER_KEY",
      severity: "error",
      message: `The signature is by ${by}, but the profile ${shown(profile.name)} signs with ${shown(own.name ?? "")}.`,
      remedy: "Refresh the token.",
    },
  ];
}

/** Whether the secret that signed can be guessed. */
export function shortSecret(signer: VerificationKey | undefined, alg: Alg): readonly Finding[] {
  const needed = algorithms[alg].hash ?? 0;
  if (signer?.kty !== "oct" || signer.bits === undefined || signer.bits >= needed) return [];
  return [
    {
      code: "SECRET_TOO_SHORT",
      severity: "warning",
      message: `The secret has ${signer.bits} bits, and ${alg} needs ${needed} (RFC 7518 §3.2), so it may be guessed from one token.`,
      remedy: "Agree with the service on a longer secret.",
    },
  ];
}

async function wellKnownFinding(signed: Signed, alg: Alg): Promise<Finding | undefined> {
  if (algorithms[alg].kty !== "oct") return undefined;
  for (const secret of wellKnownSecrets) {
    const bytes = new TextEncoder().encode(secret);
    const key = verificationKey({ kty: "oct", bits: bytes.length * 8 }, bytes);
    if (await isBy(signed.compact, key, alg)) return wellKnown();
  }
  return undefined;
}

const wellKnown = (): Finding => ({
  code: "SECRET_WELL_KNOWN",
  severity: "error",
  message: "The secret is a well-known example, so anyone can forge this token.",
  remedy: "Generate a secret, and give it to the service too.",
});

/** `alg` stands under the signature, so only whoever signed can have written the wrong one there. */
async function otherAlgFinding({ compact, keys }: Signed, alg: Alg): Promise<Finding | undefined> {
  const { kty } = algorithms[alg];
  for (const key of keys.filter((each) => each.kty === kty)) {
    for (const other of key.algs.filter((each) => each !== alg)) {
      if (await isBy(compact, key, other)) return otherAlg(alg, other, key.name ?? "");
    }
  }
  return undefined;
}

const otherAlg = (alg: Alg, other: Alg, name: string): Finding => ({
  code: "SIG_OTHER_ALG",
  severity: "error",
  message: `Your key ${shown(name)} made this signature, but with ${other}; the header says ${alg}.`,
  remedy: `Sign with ${alg}, or write ${other} into the header.`,
});

/** Whether a signature is by a key with an algorithm that need not be the header's: a diagnosis, never a verification. */
async function isBy(compact: string, key: VerificationKey, alg: Alg): Promise<boolean> {
  const signed = signedPart(compact);
  const dot = signed.lastIndexOf(".");
  const signature = partBytes(signed.slice(dot + 1));
  if (signature === undefined) return false;
  const input = new TextEncoder().encode(signed.slice(0, dot));
  return crypto.subtle.verify(cryptoAlgorithm(alg), await key.cryptoKey(alg), signature, input);
}
