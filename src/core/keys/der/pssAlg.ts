import { algorithms, type Alg } from "../../algorithms.ts";
import { toHex } from "../../bytes.ts";
import { userError } from "../../errors.ts";
import { derContent, derMembers, derSequence, type DerValue } from "./der.ts";
import { derTag } from "./oids.ts";

/** The hash of each algorithm with PSS, by its object identifier. */
export const pssHashes: ReadonlyMap<string, Alg> = new Map([
  ["608648016503040201", "PS256"],
  ["608648016503040202", "PS384"],
  ["608648016503040203", "PS512"],
]);

/**
 * What a key's RSASSA-PSS-params allow (RFC 4055 §3.1): one algorithm, or each with PSS where it has none.
 * Throws KEY_TYPE_CANNOT_SIGN for another hash, another one for the mask, or a salt that is longer than those of JWTs
 * (RFC 7518 §3.5).
 */
export function pssAlgs(parameters: DerValue | undefined): readonly [Alg, ...Alg[]] {
  if (parameters === undefined) return ["PS256", "PS384", "PS512"];
  const members = derSequence(parameters);
  const inside = (tag: number) => members.filter((member) => member.tag === tag).flatMap(derMembers)[0];
  const hash = inside(0xa0);
  const mask = inside(0xa1);
  const alg = hash && algOfHash(hash);
  if (mask === undefined || algOfHash(derSequence(mask)[1]) !== alg) throw pssUnusable();
  const salt = inside(0xa2);
  const least = salt === undefined ? 20 : Number(`0x${toHex(derContent(salt, derTag.integer))}`);
  if (alg === undefined || least > (algorithms[alg].hash ?? 0) / 8) throw pssUnusable();
  return [alg];
}

/** Of an AlgorithmIdentifier. Of a mask's, the parameters hold one, and both hashes are SHA-1 where they are left out. */
const algOfHash = (hash: DerValue | undefined): Alg | undefined =>
  hash && pssHashes.get(toHex(derContent(derSequence(hash)[0], derTag.oid)));

const pssUnusable = () =>
  userError(
    "KEY_TYPE_CANNOT_SIGN",
    "This RSA-PSS key is limited to a hash or salt that tokens do not have (RFC 7518 §3.5).",
    "Make a key without limits, or with a SHA-2 hash and a salt of its length.",
  );
