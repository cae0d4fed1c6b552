import { quoted } from "../../core/visible.ts";
import { profileNameInvalid } from "../../services/profiles/errors.ts";
import { renameProfile as rename } from "../../services/profiles/renameProfile.ts";
import { requiredText, type Command } from "../command.ts";
import { askSavedProfile } from "../../dialogs/profiles/askSavedProfile.ts";
import { askText } from "../../dialogs/askText.ts";

/** `{ profile, name }` → nothing. Throws PROFILE_NAME_TAKEN. */
export const renameProfile: Command = {
  call: async ({ changes }, argument) =>
    changes.renameProfile(requiredText(argument, "profile"), requiredText(argument, "name")),
  async ask(services, chosen): Promise<void> {
    const title = "Rename Profile";
    const { name: old } = await askSavedProfile(services, { title, chosen: chosen.profile });
    const taken = new Set(services.profiles.list().map(({ name }) => name));
    const check = (text: string) => {
      const name = text.trim();
      if (name === "") return profileNameInvalid().message;
      return name !== old && taken.has(name) ? `A profile ${quoted(name)} exists already.` : undefined;
    };
    await rename(services, old, await askText({ prompt: "The profile's new name.", value: old, check }, { title }));
  },
};
