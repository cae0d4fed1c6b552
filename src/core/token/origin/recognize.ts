import { type ExactJson, type ExactObject, exactText, memberOf } from "../../exactJson.ts";
import { isJsonObject, type Json, type JsonObject } from "../../json.ts";
import type { Provider, Template } from "../../providers/provider.ts";
import type { Profile } from "../../profile.ts";
import type { Decoded, ExactParts } from "../read/decode.ts";
import { craft, type Unsigned } from "../mint/craft.ts";

/**
 * The provider whose tokens look like this one, or undefined. A token fits when its algorithm is allowed,
 * every text that the template fixes is there, and it has no member that the template does not know.
 */
export function recognize(token: Decoded, providers: readonly Provider[]): Provider | undefined {
  return providers.find(
    (provider) =>
      isSpecific(provider.claims) &&
      provider.algs.some((alg) => alg === token.header["alg"]) &&
      fitsParts(token, provider),
  );
}

/** Whether a token has the header and claims of a provider's, whatever its algorithm. */
export const fitsParts = ({ header, claims }: Decoded, provider: Provider): boolean =>
  claims !== undefined &&
  fitsObject(provider.header, header, provider) &&
  fitsObject(provider.claims, claims, provider);

/** A template that takes any claims, such as Custom's, tells nothing about whose a token is. */
export const isSpecific = (template: Template) => isJsonObject(template) && !Object.hasOwn(template, "$merge");

function fitsObject(template: Template, value: JsonObject, provider: Provider): boolean {
  if (!isJsonObject(template)) return false;
  // What the template asks for first: it is short, and a stranger's token may have any number of members.
  const complete = Object.entries(template).every(([member, part]) =>
    Object.hasOwn(value, member) ? fits(part, value[member] ?? null) : mayBeAbsent(part, provider),
  );
  return complete && Object.keys(value).every((member) => Object.hasOwn(template, member));
}

function fits(template: Template, value: Json): boolean {
  if (isJsonObject(template) && Object.hasOwn(template, "$if")) {
    return [template["$then"], template["$else"]].some((branch) => branch !== undefined && fits(branch, value));
  }
  if (typeof template === "string") return fitsText(template, value);
  return JSON.stringify(template) === JSON.stringify(value);
}

function fitsText(template: string, value: Json): boolean {
  if (/^\{[^{}]*\}$/.test(template)) return true;
  const [before = "", after] = template.split(/\{[^{}]*\}/);
  if (after === undefined) return template === value;
  return typeof value === "string" && value.startsWith(before) && value.endsWith(after);
}

/** A member that a condition may leave out, or whose placeholder is an input that need not be filled in. */
export function mayBeAbsent(template: Template, { inputs }: Provider): boolean {
  if (isJsonObject(template)) return Object.hasOwn(template, "$if");
  const name = typeof template === "string" ? /^\{(\w+)[^{}]*\}$/.exec(template)?.[1] : undefined;
  return inputs.some((input) => input.id === name && input.required !== true);
}

const perToken: ReadonlySet<string> = new Set(["iat", "nbf", "exp", "jti"]);

/** Whether a claim differs from one token of a profile to the next. */
export const isPerToken = (claim: string): boolean => perToken.has(claim);

/** Whether a profile's values give a token's claims, its algorithm, and the header members that they name, digit for digit. */
export function givesToken(profile: Pick<Profile, "values">, provider: Provider, token: ExactParts): boolean {
  // Where the values leave the algorithm to the key, the token's own is as good as any.
  const crafted = craftFor(profile, provider, memberOf(token.header, "alg"));
  if (crafted === undefined || lasting(crafted.claims) !== lasting(token.claims)) return false;
  return crafted.header.members.every(([name, value]) => {
    const own = memberOf(token.header, name);
    return own !== undefined && exactText(own) === exactText(value);
  });
}

/** What a profile's values give of claims, whatever the algorithm; undefined where they give no token. */
export function claimsOf(profile: Pick<Profile, "values">, provider: Provider): string | undefined {
  const crafted = craftFor(profile, provider, provider.algs[0]);
  return crafted && lasting(crafted.claims);
}

/** Claims without those that differ from one token of a profile to the next, as a text to compare. */
export const lasting = (claims: ExactObject = { members: [] }): string =>
  exactText({ members: claims.members.filter(([claim]) => !isPerToken(claim)) });

/** A profile written by hand may be incomplete, and cannot have made a token then. `alg`: where the values name none. */
function craftFor(
  { values }: Pick<Profile, "values">,
  provider: Provider,
  alg: ExactJson | undefined,
): Unsigned | undefined {
  const algInput = provider.inputs.find(({ kind }) => kind === "alg")?.id;
  const known = algInput === undefined || typeof alg !== "string" ? values : { [algInput]: alg, ...values };
  try {
    return craft({ provider, values: known, now: 0 });
  } catch {
    return undefined;
  }
}
