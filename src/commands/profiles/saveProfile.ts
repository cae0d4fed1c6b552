import { readProfile } from "../../core/profile.ts";
import { quoted } from "../../core/visible.ts";
import { providers, requireProvider } from "../../core/providers/index.ts";
import type { Command } from "../command.ts";
import { showInformation } from "../../services/notify.ts";
import { askPick } from "../../dialogs/askPick.ts";
import { askProfile } from "../../dialogs/profiles/askProfile.ts";

/** The profile → nothing. A profile of the same name is replaced once a person agrees. */
export const saveProfile: Command = {
  async call({ changes }, argument): Promise<void> {
    const profile = readProfile(argument);
    requireProvider(profile.provider);
    await changes.saveProfile(profile);
  },
  async ask(services): Promise<void> {
    const choices = providers.map((provider) => ({ label: provider.name, value: provider }));
    const provider = await askPick(choices, "The service that the profile is for", { title: "Save Profile" });
    const profile = await askProfile(services, provider);
    void showInformation(`The profile ${quoted(profile.name)} is saved in your settings.`);
  },
};
