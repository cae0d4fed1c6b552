import type { UserError } from "../../errors.ts";
import type { JsonObject } from "../../json.ts";
import { areDisclosuresSigned, keyBindingOf } from "../read/sdJwt.ts";
import { disclosureUnsigned, keyBindingUnchecked } from "./errors.ts";

/** Why what follows the signed part of a token is refused, though the signature is right; undefined for a plain token. */
export async function disclosureFault(compact: string, claims: JsonObject = {}): Promise<UserError | undefined> {
  if (!compact.includes("~")) return undefined;
  if (keyBindingOf(compact) !== undefined) return keyBindingUnchecked();
  return (await areDisclosuresSigned(compact, claims)) ? undefined : disclosureUnsigned();
}
