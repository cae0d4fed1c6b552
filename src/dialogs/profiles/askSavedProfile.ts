import { noProfiles } from "../errors.ts";
import type { Profile } from "../../core/profile.ts";
import { findProvider } from "../../core/providers/index.ts";
import type { Services } from "../../services/services.ts";
import { askPick } from "../askPick.ts";

/** The profile that was chosen already, else asks for one of the saved ones. Throws NO_PROFILES or PROFILE_MISSING. */
export async function askSavedProfile(
  { profiles }: Services,
  { title, chosen }: { readonly title: string; readonly chosen: string | undefined },
): Promise<Profile> {
  if (chosen !== undefined) return profiles.get(chosen);
  const choices = profiles.listOwn().map((profile) => ({
    label: profile.name,
    description: findProvider(profile.provider)?.name ?? profile.provider,
    value: profile,
  }));
  if (choices.length === 0) throw noProfiles();
  return askPick(choices, "Which profile?", { title });
}
