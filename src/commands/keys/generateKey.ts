import type { KeySummary } from "../../core/keys/key.ts";
import { optionalFlag, optionalNumber, requiredText, type Command } from "../command.ts";
import { algOption } from "./importKey.ts";
import { generateAsking } from "../../dialogs/keys/generateKey.ts";

/** `{ name, alg, bits?, windowOnly? }` → `KeySummary`. Replaces a key of the same name. */
export const generateKey: Command = {
  async call({ keys, keyTools }, argument): Promise<KeySummary> {
    const name = requiredText(argument, "name");
    requiredText(argument, "alg");
    const bits = optionalNumber(argument, "bits");
    const windowOnly = optionalFlag(argument, "windowOnly");
    const { generateKey: generate } = await keyTools();
    const key = await generate(algOption(argument) ?? "RS256", bits === undefined ? {} : { bits });
    return keys.put(name, key, { windowOnly });
  },
  ask: async (services): Promise<KeySummary> => generateAsking(services),
};
