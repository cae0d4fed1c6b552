import { isAlg, type Alg } from "../../core/algorithms.ts";
import type { JsonObject } from "../../core/json.ts";
import { algUnsupported } from "../../core/keys/check/fit.ts";
import type { KeySummary } from "../../core/keys/key.ts";
import type { KeyWarning, ReadOptions, SecretEncoding } from "../../core/keys/read/read.ts";
import { volatileWarnings } from "../../services/keys/keyReport.ts";
import {
  optionalChoice,
  optionalFlag,
  optionalNumber,
  optionalText,
  requiredText,
  requiredUri,
  type Command,
} from "../command.ts";
import { readKeyFile } from "../../services/smallFile.ts";
import { askAndImport } from "../../dialogs/keys/askAndImport.ts";

/** A summary, with what a person would have been asked to confirm. */
type ImportedKey = KeySummary & { readonly warnings?: readonly KeyWarning[] };

/**
 * `{ name, text or uri, passphrase?, alg?, encoding?, pick?, windowOnly? }` → `KeySummary`, with `warnings` where the key is
 * weak. A key of the same name is replaced once a person agrees.
 */
export const importKey: Command = {
  async call(services, argument): Promise<ImportedKey> {
    const name = requiredText(argument, "name");
    const options = readOptions(argument);
    const { input, fileName } = await inputOf(argument);
    const { readKey } = await services.keyTools();
    const { key, warnings } = await readKey(input, { ...options, ...(fileName === undefined ? {} : { fileName }) });
    const summary = await services.changes.putKey(name, key, { windowOnly: optionalFlag(argument, "windowOnly") });
    const all = [
      ...warnings,
      ...(await volatileWarnings(services.keys, summary)).map(({ code, message, fault }) => ({
        code,
        message,
        link: fault.link,
      })),
    ];
    return all.length === 0 ? summary : { ...summary, warnings: all };
  },
  async ask(services): Promise<void> {
    await askAndImport(services);
  },
};

function readOptions(argument: JsonObject): ReadOptions {
  const alg = algOption(argument);
  const encoding = encodingOption(argument);
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

/** The member `encoding`, how a secret's text stands for its bytes. Throws ARGUMENT_INVALID. */
export const encodingOption = (argument: JsonObject): SecretEncoding | undefined =>
  optionalChoice(argument, "encoding", ["text", "base64", "base64url", "hex"]);

async function inputOf(argument: JsonObject): Promise<{ input: string | Uint8Array; fileName?: string }> {
  if (argument["uri"] === undefined) return { input: requiredText(argument, "text") };
  return readKeyFile(requiredUri(argument));
}
