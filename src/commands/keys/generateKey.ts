import type { KeySummary } from "../../core/keys/key.ts";
import { optionalFlag, optionalNumber, requiredText, type Command } from "../command.ts";
import { algOption } from "./importKey.ts";
import { askAndGenerate } from "../../dialogs/keys/generateKey.ts";

/** `{ name, alg, bits?, windowOnly? }` → `KeySummary`. A key of the same name is replaced once a person agrees. */
export const generateKey: Command = {
  async call({ changes, keyTools }, argument): Promise<KeySummary> {
    const name = requiredText(argument, "name");
    requiredText(argument, "alg");
    const bits = optionalNumber(argument, "bits");
    const windowOnly = optionalFlag(argument, "windowOnly");
    const { generateKey: generate } = await keyTools();
    const key = await generate(algOption(argument) ?? "RS256", bits === undefined ? {} : { bits });
    return changes.putKey(name, key, { windowOnly });
  },
  async ask(services): Promise<void> {
    await askAndGenerate(services);
  },
};
