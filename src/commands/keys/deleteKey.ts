import { keyDeletion } from "../../services/keys/keyQuestions.ts";
import { requiredText, type Command } from "../command.ts";
import { askModal } from "../../services/notify.ts";
import { askKnownKey } from "../../dialogs/keys/askStoredKey.ts";

/** `{ key }` → nothing. Forgets the name of a key that is lost. */
export const deleteKey: Command = {
  call: async ({ changes }, argument) => changes.deleteKey(requiredText(argument, "key")),
  async ask(services, { key }): Promise<void> {
    const name = key ?? (await askKnownKey(services, "Delete Key"));
    const { message, detail, action } = await keyDeletion(services, name);
    await askModal(message, detail, action);
    await services.keys.delete(name);
  },
};
