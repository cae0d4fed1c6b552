import { noProfiles } from "../core/errors.ts";
import { requiredText, type Command } from "./command.ts";
import { askPick, confirm } from "./prompts/askPick.ts";

/** `{ profile }` → nothing. The key that the profile used stays. */
export const deleteProfile: Command = {
  call: async ({ profiles }, argument) => profiles.delete(requiredText(argument, "profile")),
  async ask({ profiles }): Promise<void> {
    const choices = profiles.list().map(({ name, provider }) => ({ label: name, description: provider, value: name }));
    if (choices.length === 0) throw noProfiles();
    const name = await askPick(choices, "Which profile?", { title: "Delete Profile" });
    await confirm(`Delete the profile "${name}"?`, "Its key stays where it is.", "Delete");
    await profiles.delete(name);
  },
};
