import { decode, type Decoded } from "../../core/token/read/decode.ts";
import type { KnownProfiles } from "../../core/token/origin/knownProfiles.ts";
import { meantProvider } from "../../core/token/origin/intendedProvider.ts";
import { originOf } from "../../core/token/origin/origin.ts";
import { valuesOf, type TokenValues } from "../../core/token/origin/valuesOf.ts";
import { providers } from "../../core/providers/index.ts";
import { inputText } from "../../core/providers/template.ts";
import type { FormValues } from "./protocol.ts";

/** What the form is filled with so that it mints a token like this one. Throws TOKEN_NOT_EDITABLE. */
export function formValues(compact: string, profiles: KnownProfiles): FormValues {
  const token = decode(compact);
  return withProfile(valuesOf(token), token, profiles);
}

/**
 * The same for the provider that the token is meant for, with the value of the input that was wrong. Where the finding
 * does not know it (an empty `value`), the one profile that there is for this provider does.
 */
export function mendedValues(
  compact: string,
  profiles: KnownProfiles,
  { input, value }: { readonly input: string; readonly value: string },
): FormValues {
  const token = decode(compact);
  const recognized = originOf(token, profiles).provider;
  const meant = meantProvider(token, { providers, profiles, recognized });
  const form = withProfile(valuesOf(token, meant), token, profiles);
  const [own, another] = profiles.all.filter((profile) => profile.provider === form.provider);
  const only = another === undefined ? own : undefined;
  const right = value === "" ? inputText(only?.values ?? {}, input) : value;
  return {
    ...(only?.key !== undefined && { key: only.key }),
    ...form,
    values: right === undefined ? form.values : { ...form.values, [input]: right },
    focus: input,
  };
}

/** A profile that gives the same token knows what the token does not tell: its key, and inputs that stand in no claim. */
function withProfile(form: TokenValues, token: Decoded, profiles: KnownProfiles): FormValues {
  const { provider, values, lifetime } = form;
  const own = originOf(token, profiles).profiles.find((profile) => profile.provider === provider.id);
  return {
    provider: provider.id,
    // Custom's inputs are all read from the token; what a profile adds would change it.
    values: provider.id === "custom" ? values : { ...own?.values, ...values },
    ...(lifetime !== undefined && { lifetime }),
    ...(own?.key !== undefined && { key: own.key }),
    ...(own?.environment !== undefined && { environment: own.environment }),
  };
}
