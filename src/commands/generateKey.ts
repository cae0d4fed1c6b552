import { algNames, algorithms } from "../core/algorithms.ts";
import type { KeySummary } from "../core/keys/key.ts";
import { optionalNumber, requiredText, type Command } from "./command.ts";
import { algOption } from "./importKey.ts";
import { askKeyName } from "./prompts/askKeyName.ts";
import { askPick } from "./prompts/askPick.ts";
import { offerPublicKey } from "./prompts/offerPublicKey.ts";

/** `{ name, alg, bits? }` → `KeySummary`. Replaces a key of the same name. */
export const generateKey: Command = {
  async call({ keys, keyTools }, argument): Promise<KeySummary> {
    const name = requiredText(argument, "name");
    requiredText(argument, "alg");
    const bits = optionalNumber(argument, "bits");
    const { generateKey: generate } = await keyTools();
    return keys.put(name, await generate(algOption(argument) ?? "RS256", bits === undefined ? {} : { bits }));
  },
  async ask(services): Promise<KeySummary> {
    const title = "Generate Key";
    const choices = algNames
      .filter((alg) => alg !== "EdDSA")
      .map((alg) => ({ label: alg, description: algorithms[alg].kty, value: alg }));
    const alg = await askPick(choices, "The algorithm that the key signs with", { title });
    const name = await askKeyName(services, "");
    const { generateKey: generate } = await services.keyTools();
    const key = await generate(alg);
    const summary = await services.keys.put(name, key);
    offerPublicKey(services, key, `The key "${name}" is stored in VS Code's secret storage.`);
    return summary;
  },
};
