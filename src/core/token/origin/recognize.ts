import { type ExactJson, type ExactObject, exactText, memberOf } from "../../exactJson.ts";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../json.ts";
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
      isRecognizable(provider) &&
      provider.algs.some((alg) => alg === token.header["alg"]) &&
      fitsParts(token, provider),
  );
}

/** Whether a provider's tokens can be told from others. */
export const isRecognizable = ({ claims, generic }: Provider): boolean => generic !== true && isSpecific(claims);

/** Whether a token has the header and claims of a provider's, whatever its algorithm. */
export const fitsParts = ({ header, claims }: Decoded, provider: Provider): boolean =>
  claims !== undefined &&
  fitsObject(provider.header, header, provider, typed) &&
  fitsObject(provider.claims, claims, provider, dated);

/** Members that libraries write or leave out as they like, so that neither tells anything, with the value they have then. */
type Unasked = ReadonlyMap<string, (value: Json) => boolean>;

const typed: Unasked = new Map([["typ", (value: Json) => value === "JWT"]]);
const dated: Unasked = new Map([["iat", (value: Json) => typeof value === "number"]]);

/** A template that takes any claims, such as Custom's, tells nothing about whose a token is. */
export const isSpecific = (template: Template) => isJsonObject(template) && !Object.hasOwn(template, "$merge");

function fitsObject(template: Template, value: JsonObject, provider: Provider, unasked: Unasked = new Map()): boolean {
  if (!isJsonObject(template)) return false;
  // What the template asks for first: it is short, and a stranger's token may have any number of members.
  const complete = Object.entries(template).every(([member, part]) =>
    Object.hasOwn(value, member)
      ? fits(part, value[member] ?? null, provider)
      : mayBeAbsent(part, provider) || unasked.get(member)?.(part) === true,
  );
  return (
    complete &&
    Object.entries(value).every(
      ([member, own]) => Object.hasOwn(template, member) || unasked.get(member)?.(own) === true,
    )
  );
}

function fits(template: Template, value: Json, provider: Provider): boolean {
  if (typeof template === "string") return fitsText(template, value);
  if (isJsonArray(template)) {
    return isJsonArray(value) && value.every((item) => template.some((part) => fits(part, item, provider)));
  }
  if (!isJsonObject(template)) return template === value;
  if (Object.hasOwn(template, "$if")) {
    return [template["$then"], template["$else"]].some(
      (branch) => branch !== undefined && fits(branch, value, provider),
    );
  }
  return isJsonObject(value) && (!isSpecific(template) || fitsObject(template, value, provider));
}

/** The template's fixed pieces stand in the value in their order, the first and the last one at its ends. */
function fitsText(template: string, value: Json): boolean {
  if (/^\{[^{}]*\}$/.test(template)) return true;
  const [first = "", ...others] = template.split(/\{[^{}]*\}/);
  const last = others.pop();
  if (last === undefined) return template === value;
  if (typeof value !== "string" || !value.startsWith(first)) return false;
  let end = first.length;
  for (const piece of others) {
    const start = value.indexOf(piece, end);
    if (start === -1) return false;
    end = start + piece.length;
  }
  return value.length - last.length >= end && value.endsWith(last);
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
    if (isRandom(provider.header, name)) return true;
    const own = memberOf(token.header, name);
    return own !== undefined && exactText(own) === exactText(value);
  });
}

/** Whether each token has another value there. */
const isRandom = (header: Template, name: string): boolean => isJsonObject(header) && header[name] === "{randomHex}";

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
