import type { Command } from "../command.ts";
import { askStoredKey } from "../../dialogs/keys/askStoredKey.ts";
import { askPrivateKeyFile } from "../../dialogs/keys/privateKey.ts";

/** Saves a private key to a file. For a person alone: nothing that calls commands by argument gets a private key out. */
export const exportPrivateKey: Command = {
  async ask(services, chosen): Promise<void> {
    const name = chosen.key ?? (await askStoredKey(services, "Save Private Key")).name;
    await askPrivateKeyFile(services, name);
  },
};
