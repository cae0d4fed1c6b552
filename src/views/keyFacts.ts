import { describeKey, type KeySummary } from "../core/keys/key.ts";
import { detailsOf, type Facts, lineOf } from "./facts.ts";

/** How much of a thumbprint tells keys apart at a glance. */
const SHORT = 8;

/** What is shown of a stored key. `users`: the names of the profiles that sign with it. */
export function keyFacts(key: KeySummary, users: readonly string[]): Facts {
  const { kty, crv, bits, alg, kid } = key;
  // A secret's thumbprint lets a weak secret be guessed (RFC 7638 §7), and a screen may be shared.
  const thumbprint = kty === "oct" ? undefined : key.thumbprint;
  return {
    line: lineOf(
      alg,
      crv ?? (bits === undefined ? kty : `${bits} bits`),
      thumbprint === undefined ? undefined : `${thumbprint.slice(0, SHORT)}…`,
      key.windowOnly === true ? "this window only" : undefined,
      users.length === 0 ? "not used" : users.join(", "),
    ),
    details: detailsOf({
      Kind: describeKey(key),
      Algorithm: alg,
      "Key ID": kid,
      Thumbprint: thumbprint,
      Kept: key.windowOnly === true ? "until this window closes" : undefined,
      "Used by": users.length === 0 ? "no profile" : users.join(", "),
    }),
  };
}

/** What is shown of a key that cannot be used; `known` is what is remembered of it. */
export function goneKeyFacts(
  why: string,
  users: readonly string[],
  known?: Pick<KeySummary, "kty" | "bits" | "crv">,
): Facts {
  return {
    line: lineOf(why, users.join(", ")),
    details: detailsOf({
      Key: why,
      Kind: known === undefined ? undefined : describeKey(known),
      "Needed by": users.length === 0 ? "no profile" : users.join(", "),
    }),
  };
}
