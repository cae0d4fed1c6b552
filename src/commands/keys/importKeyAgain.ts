import type { KeySummary } from "../../core/keys/key.ts";
import type { Command } from "../command.ts";
import { importKey } from "./importKey.ts";
import { askLostKey } from "../../dialogs/keys/askStoredKey.ts";
import { importAsking } from "../../dialogs/keys/importAsking.ts";

/** Brings back a key that is lost, under its name, so that the profiles that use it work again. As `importKey` when called. */
export const importKeyAgain: Command = {
  call: importKey.call,
  async ask(services, { key }): Promise<KeySummary> {
    const lost = key ?? (await askLostKey(services, "Import Key Again"));
    return importAsking(services, lost);
  },
};
