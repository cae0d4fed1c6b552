import { argumentInvalid } from "../../core/errors.ts";
import { isJsonObject, type Json, type JsonObject } from "../../core/json.ts";
import type { Verification } from "../../core/token/verify/verification.ts";
import type { VerifyRules, VerifyWith } from "../../services/inspecting.ts";
import { showInformation, showWarning } from "../../services/notify.ts";
import { optionalFlag, optionalNumber, requiredText, type Command } from "../command.ts";
import { askToken } from "../../dialogs/tokens/askToken.ts";
import { askVerification } from "../../dialogs/tokens/verifyAsking.ts";

/** `{ token, key, algs?, now?, skew?, required?, ignoreKeyMembers? }` → its Verification. A person chooses the key and reads the outcome. */
export const verifyToken: Command = {
  call: async ({ inspecting }, argument) =>
    inspecting.verify(requiredText(argument, "token"), keyOf(argument), rulesOf(argument)),
  async ask(services, { place }) {
    const compact = await askToken("Verify Token", place);
    const { outcome } = await askVerification(services, compact);
    // The command is done once the outcome is shown; it stands as long as the user likes.
    void (outcome.valid
      ? showInformation(`The token is valid. ${basis(outcome)}`)
      : showWarning(`The token is not valid. ${outcome.reason} ${basis(outcome)}`));
  },
};

/** What the outcome rests on. */
function basis({ key, alg, checks }: Verification): string {
  const signer = key === undefined ? [] : [`Signed by ${key}${alg === undefined ? "" : ` with ${alg}`}.`];
  return [...signer, ...(checks.length === 0 ? [] : [`Checked: ${checks.join(", ")}.`])].join(" ");
}

/** The text of keys or a secret, a JWK or JWK Set as an object, or `{ stored }`. Throws ARGUMENT_INVALID. */
function keyOf({ key }: JsonObject): VerifyWith {
  if (typeof key === "string") return key;
  if (!isJsonObject(key)) throw argumentInvalid('"key" must be a text, a JWK, a JWK Set or { "stored": name }');
  return Object.hasOwn(key, "stored") ? { stored: requiredText(key, "stored") } : JSON.stringify(key);
}

function rulesOf(argument: JsonObject): VerifyRules {
  const [algs, required] = [texts(argument, "algs"), texts(argument, "required")];
  const [now, skew] = [optionalNumber(argument, "now"), optionalNumber(argument, "skew")];
  return {
    ...(algs !== undefined && { algs }),
    ...(required !== undefined && { required }),
    ...(now !== undefined && { now }),
    ...(skew !== undefined && { skew }),
    ignoreKeyMembers: optionalFlag(argument, "ignoreKeyMembers"),
  };
}

function texts(argument: JsonObject, member: string): readonly string[] | undefined {
  const value: Json | undefined = argument[member];
  if (value === undefined) return undefined;
  const list: readonly Json[] = Array.isArray(value) ? value : [];
  const found = list.filter((item) => typeof item === "string");
  if (!Array.isArray(value) || found.length < list.length) throw argumentInvalid(`"${member}" must be a list of texts`);
  return found;
}
