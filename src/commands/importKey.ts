import * as vscode from "vscode";
import { isAlg, type Alg } from "../core/algorithms.ts";
import type { JsonObject } from "../core/json.ts";
import { describeKey } from "../core/keys/describeKey.ts";
import { algUnsupported } from "../core/keys/fit.ts";
import type { KeySummary } from "../core/keys/key.ts";
import type { KeyWarning, ReadOptions } from "../core/keys/read.ts";
import { volatileWarnings, warnOfVolatileStore } from "../services/keyReport.ts";
import type { Services } from "../services/services.ts";
import {
  optionalChoice,
  optionalFlag,
  optionalNumber,
  optionalText,
  requiredText,
  requiredUri,
  type Command,
} from "./command.ts";
import { readKeyFile } from "./keyFile.ts";
import { careForKeyFile } from "./prompts/careForFile.ts";
import { askNewKey } from "./prompts/askKey.ts";
import { askKeyName, keptWhere } from "./prompts/askKeyName.ts";

/** A summary, with what a person would have been asked to confirm. */
type ImportedKey = KeySummary & { readonly warnings?: readonly KeyWarning[] };

/**
 * `{ name, text or uri, passphrase?, alg?, encoding?, pick?, windowOnly? }` → `KeySummary`, with `warnings` where the key is
 * weak. Replaces a key of the same name.
 */
export const importKey: Command = {
  async call(services, argument): Promise<ImportedKey> {
    const name = requiredText(argument, "name");
    const options = readOptions(argument);
    const { input, fileName } = await inputOf(argument);
    const { readKey } = await services.keyTools();
    const { key, warnings } = await readKey(input, { ...options, ...(fileName === undefined ? {} : { fileName }) });
    const summary = await services.keys.put(name, key, { windowOnly: optionalFlag(argument, "windowOnly") });
    const all = [
      ...warnings,
      ...(await volatileWarnings(services.keys, summary)).map(({ code, message }) => ({ code, message })),
    ];
    return all.length === 0 ? summary : { ...summary, warnings: all };
  },
  ask: async (services) => importAsking(services),
};

/** Asks for a key, and for its name unless that is known. */
export async function importAsking(services: Services, known?: string): Promise<KeySummary> {
  const place = { title: known === undefined ? "Import Key" : `Import the Key "${known}" Again` };
  const lost = (await services.keys.lost()).find(({ name }) => name === known);
  const { key, suggestedName, file } = await askNewKey(services, place, lost?.alg);
  const suggestion = await nameFor(services, suggestedName);
  const named = known === undefined ? await askKeyName(services, suggestion, place) : { name: known };
  const summary = await services.keys.put(named.name, key, named);
  void warnOfVolatileStore(services.keys, summary);
  void vscode.window.showInformationMessage(keptWhere(named, describeKey(key)));
  careForKeyFile(services, file, summary);
  return summary;
}

/** A key that something waits for comes before the name that the new one suggests. */
const nameFor = async ({ keys }: Services, suggested: string) =>
  keys.wanted ?? (await keys.lost())[0]?.name ?? suggested;

function readOptions(argument: JsonObject): ReadOptions {
  const alg = algOption(argument);
  const encoding = optionalChoice(argument, "encoding", ["text", "hex", "base64", "base64url"]);
  const passphrase = optionalText(argument, "passphrase");
  const pick = optionalNumber(argument, "pick");
  return {
    ...(alg === undefined ? {} : { alg }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(pick === undefined ? {} : { pick }),
  };
}

/** The member `alg`. Throws ALG_UNSUPPORTED for a name that is no algorithm. */
export function algOption(argument: JsonObject): Alg | undefined {
  const alg = optionalText(argument, "alg");
  if (alg !== undefined && !isAlg(alg)) throw algUnsupported(alg);
  return alg;
}

async function inputOf(argument: JsonObject): Promise<{ input: string | Uint8Array; fileName?: string }> {
  if (argument["uri"] === undefined) return { input: requiredText(argument, "text") };
  return readKeyFile(requiredUri(argument));
}
