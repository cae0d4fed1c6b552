import { userError } from "./errors.ts";
import { quoted } from "./visible.ts";
import { isVariableName, type Profile } from "./profile.ts";

/** The name as environment variables are spelt: "liriumToken" is LIRIUM_TOKEN. */
export const environmentName = (variable: string): string =>
  variable.replaceAll(/([a-z\d])(?=[A-Z])/g, "$1_").toUpperCase();

/** What to call the variable that holds a provider's token: "app-store-connect" gives "appStoreConnectToken". */
export function variableFor(providerId: string): string {
  const [first = "", ...rest] = `${providerId} token`.toLowerCase().match(/[a-z\d]+/g) ?? [];
  const name = first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return isVariableName(name) ? name : `_${name}`;
}

/** A variable that is to hold a fresh token of a profile. */
export interface LiveVariable {
  readonly variable: string;
  /** Its spelling as an environment variable. */
  readonly environmentName: string;
  readonly profile: string;
}

/** The variables of some profiles. Of two that are one environment variable, the first profile's counts. */
export function liveVariables(profiles: readonly Profile[]): readonly LiveVariable[] {
  const found = new Map<string, LiveVariable>();
  for (const { name, variable } of profiles) {
    if (variable === undefined) continue;
    const spelled = environmentName(variable);
    if (!found.has(spelled)) found.set(spelled, { variable, environmentName: spelled, profile: name });
  }
  return [...found.values()];
}

/** Throws VARIABLE_NAME_INVALID, or VARIABLE_TAKEN when another profile has the name already. */
export function checkVariable(variable: string, profile: string, profiles: readonly Profile[]): void {
  if (!isVariableName(variable)) throw variableNameInvalid(variable);
  const others = profiles.filter(({ name }) => name !== profile);
  const taken = liveVariables(others).find((other) => other.environmentName === environmentName(variable));
  if (taken !== undefined) throw variableTaken(variable, `the profile ${quoted(taken.profile)}`);
}

export const variableNameInvalid = (name: string) =>
  userError(
    "VARIABLE_NAME_INVALID",
    `${quoted(name)} cannot be a variable.`,
    "Use letters, digits and underscores, such as liriumToken or LIRIUM_TOKEN.",
  );

/** `holder` says whose the name is. */
export const variableTaken = (name: string, holder: string) =>
  userError("VARIABLE_TAKEN", `The variable ${name} is already used by ${holder}.`, "Choose another name.");
