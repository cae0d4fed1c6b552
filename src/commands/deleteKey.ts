import { requiredText, type Command } from "./command.ts";
import { confirm } from "./prompts/askPick.ts";
import { askStoredKey } from "./prompts/askStoredKey.ts";

/** `{ key }` → nothing. */
export const deleteKey: Command = {
  call: async ({ keys }, argument) => keys.delete(requiredText(argument, "key")),
  async ask(services): Promise<void> {
    const { name } = await askStoredKey(services, "Delete Key");
    const users = services.profiles.list().flatMap((profile) => (profile.key === name ? [profile.name] : []));
    const detail = users.length === 0 ? "No profile uses it." : `These profiles sign with it: ${users.join(", ")}.`;
    await confirm(`Delete the key "${name}" from this machine?`, `${detail} It cannot be brought back.`, "Delete");
    await services.keys.delete(name);
  },
};
