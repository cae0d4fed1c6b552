import { argumentInvalid } from "../../core/errors.ts";
import type { Bytes } from "../../core/bytes.ts";
import type { SecretEncoding } from "../../core/keys/read/secret.ts";
import { partBytes } from "../../core/token/read/base64url.ts";
import { isJsonObject, type Json, type JsonObject } from "../../core/json.ts";
import type { Verification } from "../../core/token/verify/verifyToken.ts";
import type { VerifyRules, VerifyWith } from "../../services/inspecting.ts";
import { showInformation, showWarning } from "../../services/notify.ts";
import { optionalFlag, optionalNumber, requiredText, type Command, requiredToken } from "../command.ts";
import { encodingOption } from "../keys/importKey.ts";
import { askToken } from "../../dialogs/tokens/askToken.ts";
import { askVerification } from "../../dialogs/tokens/askVerification.ts";

/**
 * `{ token, key, algs?, now?, skew?, required?, ignoreKeyMembers?, payload?, encoding? }` → its Verification. A person
 * chooses the key and reads the outcome.
 */
export const verifyToken: Command = {
  call: async ({ inspecting }, argument) =>
    inspecting.verify(requiredToken(argument, "token"), keyOf(argument), rulesOf(argument)),
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
function basis({ key, alg, checks, warnings = [] }: Verification): string {
  const signer = key === undefined ? [] : [`Signed by ${key}${alg === undefined ? "" : ` with ${alg}`}.`];
  const checked = checks.length === 0 ? [] : [`Checked: ${checks.join(", ")}.`];
  return [...signer, ...checked, ...warnings.map(({ message }) => message)].join(" ");
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
  const [payload, encoding] = [payloadOf(argument), encodingOf(argument)];
  return {
    ...(algs !== undefined && { algs }),
    ...(required !== undefined && { required }),
    ...(now !== undefined && { now }),
    ...(skew !== undefined && { skew }),
    ...(payload !== undefined && { payload }),
    ...(encoding !== undefined && { encoding }),
    ignoreKeyMembers: optionalFlag(argument, "ignoreKeyMembers"),
  };
}

/** The detached payload: a text, which stands for its UTF-8, or `{ base64url }`. Throws ARGUMENT_INVALID. */
function payloadOf({ payload }: JsonObject): Bytes | undefined {
  if (payload === undefined) return undefined;
  if (typeof payload === "string") return new TextEncoder().encode(payload);
  const bytes = isJsonObject(payload) ? partBytes(requiredText(payload, "base64url")) : undefined;
  if (bytes === undefined) throw argumentInvalid('"payload" must be a text or { "base64url": … }');
  return bytes;
}

/** How a secret's text stands for its bytes. Throws ARGUMENT_INVALID, also for a key that is not given as a text. */
function encodingOf(argument: JsonObject): SecretEncoding | undefined {
  const encoding = encodingOption(argument);
  if (encoding !== undefined && typeof argument["key"] !== "string") {
    throw argumentInvalid('"encoding" is for a secret, so "key" must be a text');
  }
  return encoding;
}

function texts(argument: JsonObject, member: string): readonly string[] | undefined {
  const value: Json | undefined = argument[member];
  if (value === undefined) return undefined;
  const list: readonly Json[] = Array.isArray(value) ? value : [];
  const found = list.filter((item) => typeof item === "string");
  if (!Array.isArray(value) || found.length < list.length) throw argumentInvalid(`"${member}" must be a list of texts`);
  return found;
}
