import type { JsonObject } from "../../json.ts";
import { custom } from "../../providers/custom.ts";
import { providers } from "../../providers/index.ts";
import type { InputValues, Provider } from "../../providers/provider.ts";
import { templateValues } from "../../providers/templateValues.ts";
import { type Decoded, type ExactParts, exactParts } from "../read/decode.ts";
import { tokenNotEditable } from "../read/errors.ts";
import { maxLifetime } from "../mint/craft.ts";
import { givesToken, recognize } from "./recognize.ts";
import { numericDate } from "../words/state.ts";

/** What a form is filled with, so that it mints a token like the one that was read. */
export interface TokenValues {
  readonly provider: Provider;
  readonly values: InputValues;
  /** Seconds until `exp`, where the provider's tokens have one. Never beyond the provider's limit. */
  readonly lifetime?: number;
}

/**
 * From a token back to the form: `craft` gives its header and claims again, times and IDs made anew for a recognised
 * provider, as they stand for Custom. For the provider that a token is `meant` for, what it takes of the token, so that
 * it is mended. Throws TOKEN_NOT_EDITABLE for a token without a claims set.
 */
export function valuesOf(token: Decoded, meant?: Provider): TokenValues {
  const { claims } = token;
  if (claims === undefined) throw tokenNotEditable(token.kind);
  const parts = exactParts(token);
  if (meant !== undefined) return formOf(meant, parts, claims);
  const provider = recognize(token, providers);
  const form = provider === undefined ? undefined : formOf(provider, parts, claims);
  // A value that the form would spell differently, such as a number where a text stands, is kept by Custom alone.
  return form !== undefined && givesToken(form, form.provider, parts)
    ? form
    : { provider: custom, values: valuesIn(parts, custom) };
}

function formOf(provider: Provider, parts: ExactParts, claims: JsonObject): TokenValues {
  const values = valuesIn(parts, provider);
  const lifetime = lifetimeOf(provider, values, claims);
  return { provider, values, ...(lifetime === undefined ? {} : { lifetime }) };
}

/** What must have been filled into a provider's form to give this token, as far as its members tell. */
export function valuesIn({ header, claims }: ExactParts, provider: Provider): InputValues {
  const read = { ...templateValues(provider.header, header), ...templateValues(provider.claims, claims) };
  const ids = new Set(provider.inputs.map(({ id }) => id));
  return Object.fromEntries(Object.entries(read).filter(([id]) => ids.has(id)));
}

function lifetimeOf(provider: Provider, values: InputValues, claims: JsonObject): number | undefined {
  const [iat, exp] = [numericDate(claims, "iat"), numericDate(claims, "exp")];
  if (provider.lifetime === undefined || iat === undefined || exp === undefined) return undefined;
  const seconds = Math.floor(exp - iat - (provider.backdate ?? 0));
  return seconds > 0 ? Math.min(seconds, maxLifetime(provider, values)) : undefined;
}
