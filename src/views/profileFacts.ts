import { describeKey, type KeySummary } from "../core/keys/key.ts";
import { FROM_WORKSPACE, type Profile } from "../core/profile.ts";
import { findProvider } from "../core/providers/index.ts";
import { detailsOf, type Facts, lineOf } from "./facts.ts";

interface Context {
  readonly keys: readonly KeySummary[];
  /** The state of the profile's last token in words. */
  readonly token: string | undefined;
  /** Whether the workspace brought the profile. */
  readonly workspace?: boolean;
  /** What calls by argument may do with it, in words. Undefined: a person is asked first. */
  readonly calls?: string | undefined;
}

/** What is shown of a profile. */
export function profileFacts(profile: Profile, { keys, token, workspace = false, calls }: Context): Facts {
  const provider = findProvider(profile.provider);
  const providerName = provider?.name ?? profile.provider;
  const environment = profile.environment ?? provider?.environments[0]?.name;
  const missing = keyIsMissing(profile, keys);
  return {
    line: lineOf(
      token,
      missing ? "its key is missing" : undefined,
      providerName,
      environment,
      workspace ? FROM_WORKSPACE : undefined,
    ),
    details: detailsOf({
      "Last token": token,
      Provider: providerName,
      Environment: environment,
      Key: keyWords(profile, keys),
      Variable: profile.variable,
      "Calls by argument": calls,
      Settings: workspace ? FROM_WORKSPACE : undefined,
    }),
  };
}

export const keyIsMissing = ({ key }: Profile, keys: readonly KeySummary[]): boolean =>
  key !== undefined && !keys.some(({ name }) => name === key);

function keyWords({ key }: Profile, keys: readonly KeySummary[]): string {
  if (key === undefined) return "none, its tokens are unsigned";
  const summary = keys.find(({ name }) => name === key);
  return summary === undefined ? `${key}, not on this machine` : `${key} (${describeKey(summary)})`;
}
