import * as vscode from "vscode";
import { algorithms, type Alg } from "../../core/algorithms.ts";
import { describeKey, type KeySummary } from "../../core/keys/key.ts";
import { fits } from "../../core/keys/check/fit.ts";
import type { Provider } from "../../core/providers/provider.ts";
import type { Services } from "../../services/services.ts";
import { askPick, type Choice } from "../askPick.ts";
import type { Source } from "./keyInput.ts";
import { tryNewKey } from "./newKey.ts";
import type { NewKey } from "./readNewKey.ts";
import type { Place } from "../steps.ts";

export type ChosenKey = { readonly stored: string; readonly kid?: string | undefined } | NewKey;

/** Asks for the key that signs with `alg`: a stored one that fits, or a new one. A key that is refused leads back here. */
export async function askKey(services: Services, provider: Provider, alg: Alg, place: Place): Promise<ChosenKey> {
  const stored = (await services.keys.list()).filter((key) => fits(key, alg));
  const choices: Choice<Source | KeySummary>[] = [
    ...stored.map((key) => ({
      label: key.name,
      description: describeKey(key),
      iconPath: new vscode.ThemeIcon("key"),
      value: key,
    })),
    ...sourceChoices(kindFor(alg), provider),
  ];
  for (;;) {
    const value = await askPick(choices, `Which key signs with ${alg}?`, place);
    if (typeof value === "object") return { stored: value.name, kid: value.kid };
    const key = await tryNewKey(services, value, { alg, bits: provider.key.bits }, { ...place, back: true });
    if (key !== undefined) return key;
  }
}

/** Asks for a key that signs with `alg`, or of any kind, for "Import Key…". */
export async function askNewKey(services: Services, place: Place, alg?: Alg): Promise<NewKey> {
  const choices = sourceChoices(alg === undefined ? "Key or Secret" : kindFor(alg));
  for (;;) {
    const source = await askPick(choices, "Where is the private key or secret?", place);
    const key = await tryNewKey(services, source, alg === undefined ? {} : { alg }, { ...place, back: true });
    if (key !== undefined) return key;
  }
}

const kindFor = (alg: Alg) => (algorithms[alg].kty === "oct" ? "Secret" : "Key");

/** Where the private key or secret is found stands in full below the first source. */
function sourceChoices(what: "Key" | "Secret" | "Key or Secret", provider?: Provider): Choice<Source>[] {
  const { madeBy, where = "" } = provider?.key ?? {};
  const choices: Choice<Source>[] = [
    { value: "file", label: "From a File…", detail: where, iconPath: new vscode.ThemeIcon("file") },
    { value: "clipboard", label: "From the Clipboard", iconPath: new vscode.ThemeIcon("clippy") },
    { value: "paste", label: `Type or Paste a ${what}…`, iconPath: new vscode.ThemeIcon("edit") },
    { value: "generate", label: "Generate a New Key", iconPath: new vscode.ThemeIcon("sparkle") },
  ];
  return choices.filter(({ value }) => value !== "generate" || madeBy === "user");
}
