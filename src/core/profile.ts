import { argumentInvalid, userError } from "./errors.ts";
import { isJsonObject } from "./json.ts";
import { environmentUnknown } from "./providers/errors.ts";
import type { Environment, InputValues, Provider } from "./providers/provider.ts";
import { quoted } from "./visible.ts";

/** A provider, the values filled in and the key's name, saved under a name. Holds no secret. */
export interface Profile {
  readonly name: string;
  readonly provider: string;
  /** The name of a stored key. Absent only for unsecured tokens (alg none). */
  readonly key?: string;
  readonly values: InputValues;
  /** Seconds until `exp`; absent: the provider's default. */
  readonly lifetime?: number;
  /** The name of one of the provider's environments, or a base URL. */
  readonly environment?: string;
  /** The variable that holds a fresh token of it, for request tools and terminals. Absent: none does. */
  readonly variable?: string;
}

/** What to mint when no profile is saved for it. */
export type MintOrder = Omit<Profile, "name" | "variable">;

/** What lists say of a profile that the workspace brought. */
export const FROM_WORKSPACE = "from this workspace";

/** Reads a profile that a person or another extension wrote. Throws PROFILE_INVALID or ARGUMENT_INVALID. */
export function readProfile(value: unknown): Profile {
  if (!isJsonObject(value)) throw argumentInvalid("a profile is an object with name, provider, key and values");
  const { name, provider, key, values = {}, lifetime, environment, variable } = value;
  if (typeof name !== "string" || name.trim() === "") throw argumentInvalid("the profile has no name");
  if (typeof provider !== "string") throw profileInvalid(name, "it names no provider");
  if (key !== undefined && typeof key !== "string") throw profileInvalid(name, "its key is not the name of a key");
  if (!isInputValues(values)) throw profileInvalid(name, "its values are not texts");
  if (lifetime !== undefined && typeof lifetime !== "number")
    throw profileInvalid(name, "its lifetime is not a number");
  if (environment !== undefined && typeof environment !== "string") {
    throw profileInvalid(name, "its environment is not a text");
  }
  if (variable !== undefined && (typeof variable !== "string" || !isVariableName(variable))) {
    throw profileInvalid(name, "its variable is not a name such as liriumToken");
  }
  return {
    name,
    provider,
    ...(key === undefined ? {} : { key }),
    values,
    ...(lifetime === undefined ? {} : { lifetime }),
    ...(environment === undefined ? {} : { environment }),
    ...(variable === undefined ? {} : { variable }),
  };
}

/** The names of profiles by the key that they sign with. */
export function usersByKey(profiles: readonly Profile[]): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const { name, key } of profiles) {
    if (key === undefined) continue;
    const known = users.get(key);
    if (known === undefined) users.set(key, [name]);
    else known.push(name);
  }
  return users;
}

/** The names of the profiles that sign with a key. */
export const usersOf = (key: string, profiles: readonly Profile[]): readonly string[] =>
  profiles.flatMap((profile) => (profile.key === key ? [profile.name] : []));

/** The names that httpYac, REST Client and shells can all read a variable by. */
export const variableName = /^[A-Za-z_]\w{0,99}$/;

/** Whether httpYac, REST Client and shells can all read a variable of this name. */
export const isVariableName = (name: string): boolean => variableName.test(name);

export function isInputValues(value: unknown): value is InputValues {
  return (
    isJsonObject(value) && Object.values(value).every((item) => ["string", "number", "boolean"].includes(typeof item))
  );
}

/** How a base URL of one's own begins, which may be in a variable. */
export const ownBaseUrl = /^(https?:\/\/|\{\{)/;

/** The environment a profile names: one of the provider's, or a base URL of its own. Absent: the provider's first. */
export function environmentOf(provider: Provider, named: string | undefined): Environment {
  const [first = { name: "default", url: "{{BASE_URL}}" }] = provider.environments;
  if (named === undefined) return first;
  // Without the look-behind, each slash of a long run would start a search of its own.
  if (ownBaseUrl.test(named)) return { name: named, url: named.replace(/(?<!\/)\/+$/, "") };
  const known = provider.environments.find(({ name }) => name === named);
  if (known !== undefined) return known;
  throw environmentUnknown(
    provider.name,
    named,
    provider.environments.map(({ name }) => name),
  );
}

export const profileInvalid = (name: string, reason: string) =>
  userError(
    "PROFILE_INVALID",
    `The profile ${quoted(name)} is not complete: ${reason}.`,
    "Correct it in the setting jwtMint.profiles.",
  );
