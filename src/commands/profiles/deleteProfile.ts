import { profileDeletion } from "../../services/profiles/profileQuestions.ts";
import { requiredText, type Command } from "../command.ts";
import { askModal } from "../../services/notify.ts";
import { askSavedProfile } from "../../dialogs/profiles/askSavedProfile.ts";

/** `{ profile }` → nothing. The key that the profile used stays. */
export const deleteProfile: Command = {
  call: async ({ changes }, argument) => changes.deleteProfile(requiredText(argument, "profile")),
  async ask(services, { profile }): Promise<void> {
    const { name } = await askSavedProfile(services, { title: "Delete Profile", chosen: profile });
    const { message, detail, action } = profileDeletion(name);
    await askModal(message, detail, action);
    await services.profiles.delete(name);
  },
};
