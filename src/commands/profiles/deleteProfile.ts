import { quoted } from "../../core/visible.ts";
import { requiredText, type Command } from "../command.ts";
import { askModal } from "../../services/notify.ts";
import { askSavedProfile } from "../../dialogs/profiles/askSavedProfile.ts";

/** `{ profile }` → nothing. The key that the profile used stays. */
export const deleteProfile: Command = {
  call: async ({ profiles }, argument) => profiles.delete(requiredText(argument, "profile")),
  async ask(services, { profile }): Promise<void> {
    const { name } = await askSavedProfile(services, { title: "Delete Profile", chosen: profile });
    await askModal(`Delete the profile ${quoted(name)}?`, "Its key stays where it is.", "Delete");
    await services.profiles.delete(name);
  },
};
