import * as vscode from "vscode";
import { describeKey, type KeySummary } from "../../core/keys/key.ts";
import { FROM_WORKSPACE, type Profile } from "../../core/profile.ts";
import type { Provider } from "../../core/providers/provider.ts";
import type { Services } from "../../services/services.ts";
import { askPick, type Choice } from "../askPick.ts";
import { askProfile } from "./askProfile.ts";

/** What may be chosen. */
export interface ProfileQuestion {
  readonly title: string;
  readonly providers: readonly Provider[];
}

/** The name of the only profile for some providers; undefined where there is none or another. */
export function onlyProfile(services: Services, providers: readonly Provider[]): string | undefined {
  const [first, second] = lastUsedFirst(services, providers);
  return second === undefined ? first?.name : undefined;
}

/** The name of the profile to mint with: one of the saved ones, or a new one, which is set up here. */
export async function chooseProfile(services: Services, question: ProfileQuestion): Promise<string> {
  const { providers } = question;
  const known = lastUsedFirst(services, providers);
  const [provider, otherProvider] = providers;
  if (known.length === 0 && provider !== undefined && otherProvider === undefined) {
    return newProfile(services, provider);
  }
  const chosen = await askPick([...(await profileChoices(services, known)), ...newChoices(providers)], "Which token?", {
    title: question.title,
  });
  return typeof chosen === "string" ? chosen : newProfile(services, chosen);
}

const newProfile = async (services: Services, provider: Provider) => (await askProfile(services, provider)).name;

/** The profiles for some providers, the one that was used last in front. */
function lastUsedFirst({ profiles, recentToken }: Services, providers: readonly Provider[]): readonly Profile[] {
  const known = profiles.list().filter(({ provider }) => providers.some(({ id }) => id === provider));
  const isLast = ({ name }: Profile) => name === recentToken.profile;
  return [...known.filter(isLast), ...known.filter((profile) => !isLast(profile))];
}

async function profileChoices(
  { keys, profiles: known }: Services,
  profiles: readonly Profile[],
): Promise<Choice<string | Provider>[]> {
  const summaries = await keys.list();
  return profiles.map((profile) => ({
    label: profile.name,
    description: [profile.environment, known.isFromWorkspace(profile.name) ? FROM_WORKSPACE : undefined]
      .filter((text) => text !== undefined)
      .join(", "),
    detail: keyDetail(profile, summaries),
    iconPath: new vscode.ThemeIcon("account"),
    value: profile.name,
  }));
}

const newChoices = (providers: readonly Provider[]): Choice<string | Provider>[] =>
  providers.map((provider) => ({
    label: `New ${provider.name} Profile…`,
    iconPath: new vscode.ThemeIcon("add"),
    value: provider,
  }));

/** What a profile signs with, or that it cannot. */
function keyDetail({ key }: Profile, keys: readonly KeySummary[]): string {
  if (key === undefined) return "unsigned";
  const summary = keys.find(({ name }) => name === key);
  return summary === undefined ? `the key ${key} is missing` : `key ${key} (${describeKey(summary)})`;
}
