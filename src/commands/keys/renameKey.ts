import { refusalOf } from "../../core/errors.ts";
import { quoted } from "../../core/visible.ts";
import { checkKeyName } from "../../services/keys/keyStore.ts";
import { renameKey as rename } from "../../services/keys/renameKey.ts";
import { requiredText, type Command } from "../command.ts";
import { askStoredKey } from "../../dialogs/keys/askStoredKey.ts";
import { askText } from "../../dialogs/askText.ts";

/** `{ key, name }` → nothing. The profiles that use the key follow. Throws KEY_NAME_TAKEN. */
export const renameKey: Command = {
  call: async ({ changes }, argument) =>
    changes.renameKey(requiredText(argument, "key"), requiredText(argument, "name")),
  async ask(services, chosen): Promise<void> {
    const place = { title: "Rename Key" };
    const key = chosen.key ?? (await askStoredKey(services, place.title)).name;
    const stored = (await services.keys.list()).map(({ name }) => name);
    const taken = new Set([...stored, ...(await services.keys.lost()).map(({ name }) => name)]);
    const check = (text: string) => {
      const name = text.trim();
      if (name !== key && taken.has(name)) return `A key ${quoted(name)} exists or existed already.`;
      return refusalOf(() => checkKeyName(name))?.message;
    };
    const prompt = "The key's new name. Profiles that use it are updated.";
    await rename(services, key, await askText({ prompt, value: key, check }, place));
  },
};
