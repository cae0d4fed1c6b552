import type { Command } from "../command.ts";
import { importKey } from "./importKey.ts";
import { askLostKey } from "../../dialogs/keys/askStoredKey.ts";
import { askAndImport } from "../../dialogs/keys/askAndImport.ts";

/** Brings back a key that is lost, under its name, so that the profiles that use it work again. As `importKey` when called. */
export const importKeyAgain: Command = {
  ...importKey,
  async ask(services, { key }): Promise<void> {
    await askAndImport(services, key ?? (await askLostKey(services, "Import Key Again")));
  },
};
