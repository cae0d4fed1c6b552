import { usersOf } from "../../core/profile.ts";
import { quoted } from "../../core/visible.ts";
import { requiredText, type Command } from "../command.ts";
import { askModal } from "../../services/notify.ts";
import { askKnownKey } from "../../dialogs/keys/askStoredKey.ts";

/** `{ key }` → nothing. Forgets the name of a key that is lost. */
export const deleteKey: Command = {
  call: async ({ keys }, argument) => keys.delete(requiredText(argument, "key")),
  async ask(services, { key }): Promise<void> {
    const { keys, profiles } = services;
    const name = key ?? (await askKnownKey(services, "Delete Key"));
    const users = usersOf(name, profiles.list());
    const use =
      users.length === 0
        ? "No profile uses it."
        : `These profiles sign with it: ${users.map((user) => quoted(user)).join(", ")}.`;
    if ((await keys.lost()).some((lost) => lost.name === name)) {
      await askModal(`Forget the key ${quoted(name)}?`, `It is no longer on this machine. ${use}`, "Forget");
    } else {
      await askModal(
        `Delete the key ${quoted(name)} from this machine?`,
        `${use} It cannot be brought back.`,
        "Delete",
      );
    }
    await keys.delete(name);
  },
};
