import { algorithms, isAlg } from "../../algorithms.ts";
import { isJsonObject, type Json, type JsonObject } from "../../json.ts";
import type { Provider, Template } from "../../providers/provider.ts";
import type { Decoded } from "../read/decode.ts";
import type { KnownProfiles } from "./knownProfiles.ts";
import { fitsParts, isRecognizable, isSpecific, mayBeAbsent } from "./recognize.ts";

/** What tells where a token is meant to go, besides itself. */
interface Clues {
  readonly providers: readonly Provider[];
  readonly profiles: KnownProfiles;
  /** The request's URL. */
  readonly url?: string | undefined;
  /** The provider whose tokens look exactly like it. */
  readonly recognized?: Provider | undefined;
}

/**
 * The provider that a token is meant for, also where it is not as the provider wants it: the one whose host the request goes
 * to, else whose tokens look like it, whose fixed values or whose profile's values it has, or whose members it has but for an
 * algorithm of the same kind of key, or for their values where a claim's name is the provider's own.
 */
export function meantProvider(token: Decoded, { providers, profiles, url, recognized }: Clues): Provider | undefined {
  const { claims } = token;
  const known = providers.find((provider) => isSpecific(provider.claims) && isOfHost(provider, url)) ?? recognized;
  if (known !== undefined || claims === undefined) return known;
  const specific = providers.filter(isRecognizable);
  const byValue =
    closest(
      specific.filter((provider) => hasFixedValue(provider.claims, claims)),
      claims,
    ) ?? specific.find((provider) => isOfProfile(provider, claims, profiles));
  if (byValue !== undefined) return byValue;
  const signable = specific.filter((provider) => sameKeyType(token, provider));
  const byShape = signable.filter((provider) => fitsParts(token, provider));
  const [found, another] = byShape.length > 0 ? byShape : signable.filter((provider) => hasNames(provider, claims));
  return another === undefined ? found : undefined;
}

/** Claims that any service's tokens may have (RFC 7519 §4.1). */
const registered: ReadonlySet<string> = new Set(["iss", "sub", "aud", "exp", "nbf", "iat", "jti"]);

/** Whether a token has the claims that a provider names and no others, one of them its own. */
function hasNames(provider: Provider, claims: JsonObject): boolean {
  const template = provider.claims;
  if (!isJsonObject(template)) return false;
  const needed = Object.keys(template).filter((name) => !mayBeAbsent(template[name] ?? null, provider));
  return (
    needed.some((name) => !registered.has(name)) &&
    needed.every((name) => Object.hasOwn(claims, name)) &&
    Object.keys(claims).every((name) => Object.hasOwn(template, name))
  );
}

/** The provider that names most of a token's claims, for services of one company share their fixed values. */
function closest(candidates: readonly Provider[], claims: JsonObject): Provider | undefined {
  const named = ({ claims: template }: Provider) =>
    Object.keys(claims).filter((claim) => isJsonObject(template) && Object.hasOwn(template, claim)).length;
  return candidates.toSorted((a, b) => named(b) - named(a))[0];
}

const hostOf = (url: string | undefined) => /^https?:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url ?? "")?.[1]?.toLowerCase();

function isOfHost({ environments }: Provider, url: string | undefined): boolean {
  const host = hostOf(url);
  return host !== undefined && environments.some((environment) => hostOf(environment.url) === host);
}

/** Values that stand in every token of a provider, such as its own name as the audience. Short ones stand in others too. */
function hasFixedValue(template: Template, claims: JsonObject): boolean {
  if (!isJsonObject(template)) return false;
  return Object.entries(template).some(([member, part]) => {
    const fixed = fixedTexts(part);
    return [claims[member]].flat().some((value) => fixed.some((text) => text === value));
  });
}

const fixedTexts = (template: Template): readonly Json[] => {
  if (isJsonObject(template))
    return Object.entries(template).flatMap(([key, part]) => (key === "$if" ? [] : fixedTexts(part)));
  if (Array.isArray(template)) return template.flatMap(fixedTexts);
  return typeof template === "string" && template.length >= 6 && !template.includes("{") ? [template] : [];
};

/** Whether a claim has the value that a profile fills in there. */
const isOfProfile = (provider: Provider, claims: JsonObject, { fills }: KnownProfiles): boolean =>
  isJsonObject(provider.claims) && Object.keys(provider.claims).some((claim) => fills(provider, claim, claims[claim]));

function sameKeyType({ header: { alg } }: Decoded, { algs }: Provider): boolean {
  if (typeof alg !== "string" || !isAlg(alg)) return false;
  return algs.some((allowed) => isAlg(allowed) && algorithms[allowed].kty === algorithms[alg].kty);
}
