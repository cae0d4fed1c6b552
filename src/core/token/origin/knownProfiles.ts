import { isJsonObject, type Json } from "../../json.ts";
import type { Profile } from "../../profile.ts";
import { providers } from "../../providers/index.ts";
import type { Provider } from "../../providers/provider.ts";
import { inputText } from "../../providers/template.ts";
import type { Steps } from "../../steps.ts";
import { claimsOf } from "./recognize.ts";

/** Profiles by what tells a token of theirs, so that thousands of them are asked as fast as a few. */
export interface KnownProfiles {
  readonly all: readonly Profile[];
  /** Whether there is one for a provider. */
  readonly has: (provider: Provider) => boolean;
  /** Those for some providers that give such claims, in the order of all. `claims`: as `lasting` writes them. */
  readonly giving: (owners: readonly Provider[], claims: string) => readonly Profile[];
  /** Whether one for a provider fills a value into a claim. */
  readonly fills: (provider: Provider, claim: string, value: Json | undefined) => boolean;
}

/** A profile and its place among all. */
interface Listed {
  readonly place: number;
  readonly profile: Profile;
}

/** The shortest value that is told from others by chance, in characters. */
const SHORTEST = 4;

/** Makes a token of each profile once. */
export function* knownProfiles(all: readonly Profile[]): Steps<KnownProfiles> {
  const owners = new Set<string>();
  const byClaims = new Map<string, Listed[]>();
  const filled = new Set<string>();
  for (const [place, profile] of all.entries()) {
    yield;
    const provider = providers.find(({ id }) => id === profile.provider);
    if (provider === undefined) continue;
    owners.add(provider.id);
    for (const [claim, value] of filledClaims(profile, provider)) filled.add(keyOf(provider, claim, value));
    const claims = claimsOf(profile, provider);
    if (claims === undefined) continue;
    const key = keyOf(provider, claims);
    const known = byClaims.get(key);
    if (known === undefined) byClaims.set(key, [{ place, profile }]);
    else known.push({ place, profile });
  }
  return {
    all,
    has: ({ id }) => owners.has(id),
    giving: (given, claims) =>
      given
        .flatMap((provider) => byClaims.get(keyOf(provider, claims)) ?? [])
        .toSorted((a, b) => a.place - b.place)
        .map(({ profile }) => profile),
    fills: (provider, claim, value) => typeof value === "string" && filled.has(keyOf(provider, claim, value)),
  };
}

/** No part holds a line break in front of the last one. */
const keyOf = ({ id }: Provider, ...parts: readonly string[]) => [id, ...parts].join("\n");

/** The claims that hold nothing but what a profile fills in there. */
function filledClaims({ values }: Profile, { claims }: Provider): readonly (readonly [string, string])[] {
  if (!isJsonObject(claims)) return [];
  return Object.entries(claims).flatMap(([claim, part]) => {
    const input = typeof part === "string" ? /^\{(\w+)\}$/.exec(part)?.[1] : undefined;
    const value = input === undefined ? undefined : inputText(values, input);
    return value === undefined || value.length < SHORTEST ? [] : [[claim, value] as const];
  });
}
