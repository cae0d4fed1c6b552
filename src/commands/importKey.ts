import * as vscode from "vscode";
import { isAlg, type Alg } from "../core/algorithms.ts";
import type { JsonObject } from "../core/json.ts";
import { describeKey } from "../core/keys/describeKey.ts";
import { algUnsupported } from "../core/keys/fit.ts";
import type { KeySummary } from "../core/keys/key.ts";
import type { ReadOptions } from "../core/keys/read.ts";
import { optionalChoice, optionalText, requiredText, type Command } from "./command.ts";
import { readKeyFile } from "./keyFile.ts";
import { askNewKey } from "./prompts/askKey.ts";
import { askKeyName } from "./prompts/askKeyName.ts";

/** `{ name, text or uri, passphrase?, alg?, encoding? }` → `KeySummary`. Replaces a key of the same name. */
export const importKey: Command = {
  async call(services, argument): Promise<KeySummary> {
    const name = requiredText(argument, "name");
    const options = readOptions(argument);
    const { input, fileName } = await inputOf(argument);
    const { readKey } = await services.keyTools();
    const { key } = await readKey(input, { ...options, ...(fileName === undefined ? {} : { fileName }) });
    return services.keys.put(name, key);
  },
  async ask(services): Promise<KeySummary> {
    const { key, suggestedName } = await askNewKey(services, { title: "Import Key" });
    const name = await askKeyName(services, (await services.keys.lost())[0] ?? suggestedName);
    const summary = await services.keys.put(name, key);
    void vscode.window.showInformationMessage(
      `The key "${name}" (${describeKey(summary)}) is stored in VS Code's secret storage.`,
    );
    return summary;
  },
};

function readOptions(argument: JsonObject): ReadOptions {
  const alg = algOption(argument);
  const encoding = optionalChoice(argument, "encoding", ["text", "hex", "base64", "base64url"]);
  const passphrase = optionalText(argument, "passphrase");
  return {
    ...(alg === undefined ? {} : { alg }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(passphrase === undefined ? {} : { passphrase }),
  };
}

/** The member `alg`. Throws ALG_UNSUPPORTED for a name that is no algorithm. */
export function algOption(argument: JsonObject): Alg | undefined {
  const alg = optionalText(argument, "alg");
  if (alg !== undefined && !isAlg(alg)) throw algUnsupported(alg);
  return alg;
}

async function inputOf(argument: JsonObject): Promise<{ input: string | Uint8Array; fileName?: string }> {
  const { uri } = argument;
  if (uri === undefined) return { input: requiredText(argument, "text") };
  const resource = uri instanceof vscode.Uri ? uri : vscode.Uri.parse(requiredText(argument, "uri"), true);
  return readKeyFile(resource);
}
