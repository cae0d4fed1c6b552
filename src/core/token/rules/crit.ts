import { type Fault, fault } from "../../errors.ts";
import type { JsonObject } from "../../json.ts";
import { quoted } from "../../visible.ts";

/** The one extension that is understood (RFC 7797). */
const understood: ReadonlySet<string> = new Set(["b64"]);

/** Members that RFC 7515 §4.1 and RFC 7516 §4.1 define themselves: `crit` must not name them. */
const registered: ReadonlySet<string> = new Set(
  "alg jku jwk kid x5u x5c x5t x5t#S256 typ cty crit enc zip epk apu apv iv tag p2s p2c".split(" "),
);

/** Why a token must be refused for what its `crit` says or does not say (RFC 7515 §4.1.11, RFC 7797 §6). */
export function critFault(header: JsonObject): Fault | undefined {
  const { crit, b64 } = header;
  if (crit === undefined) return b64 === undefined || b64 === true ? undefined : critInvalid("it leaves out b64");
  if (!Array.isArray(crit) || crit.length === 0) return critInvalid("it is not a list of names");
  const names: readonly unknown[] = crit;
  if (new Set(names).size !== names.length) return critInvalid("it names a member twice");
  for (const name of names) {
    if (typeof name !== "string" || name === "") return critInvalid("it is not a list of names");
    if (registered.has(name)) return critInvalid(`it names ${name}, which every verifier knows`);
    if (!Object.hasOwn(header, name)) return critInvalid("it names a member that is not there");
    if (!understood.has(name)) return critUnknown(name);
  }
  return b64 === undefined || typeof b64 === "boolean" ? undefined : critInvalid("b64 is neither true nor false");
}

const REMEDY = "Mint the token without crit, or use a verifier that supports what it names.";

const critInvalid = (why: string) =>
  fault("CRIT_INVALID", `The header's crit is invalid: ${why} (RFC 7515 §4.1.11).`, REMEDY);

const critUnknown = (name: string) =>
  fault(
    "CRIT_UNKNOWN",
    `The header requires an extension that is not supported here: ${quoted(name, 40)} (crit, RFC 7515 §4.1.11).`,
    REMEDY,
  );
