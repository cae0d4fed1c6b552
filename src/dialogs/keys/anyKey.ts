import * as vscode from "vscode";
import { type Bytes, toBase64 } from "../../core/bytes.ts";
import { shown } from "../../core/visible.ts";
import { describeKey, type KeySummary } from "../../core/keys/key.ts";
import { askPick, type Choice } from "../askPick.ts";
import type { Place } from "../steps.ts";
import { askKeysAtUrl, type KeysQuestion } from "./keysAtUrl.ts";
import { keyInput, type Pasted, type Source } from "./keyInput.ts";

/** A stored key by its name, or the text of another one, which is not stored. `name` tells it in words. */
export type AnyKey = { readonly name: string } & ({ readonly stored: string } | { readonly text: string });

interface AnyKeyQuestion extends Pasted {
  /** The stored keys that could be it. */
  readonly stored: readonly KeySummary[];
  readonly placeholder: string;
  /** Offers to get keys from a URL. */
  readonly url?: KeysQuestion;
}

type GivenSource = Exclude<Source, "generate">;

const sources: readonly Choice<GivenSource>[] = [
  { value: "file", label: "From a File…", iconPath: new vscode.ThemeIcon("file") },
  { value: "clipboard", label: "From the Clipboard", iconPath: new vscode.ThemeIcon("clippy") },
  { value: "paste", label: "Type or Paste It…", iconPath: new vscode.ThemeIcon("edit") },
];

const urlChoice = {
  label: "From a JWKS or OpenID Connect URL…",
  iconPath: new vscode.ThemeIcon("globe"),
};

const names: { readonly [Each in GivenSource]: string } = {
  file: "the key of the file",
  clipboard: "the key of the clipboard",
  paste: "the key that was pasted",
};

/** Asks for a key to look at a token with. Throws CancellationError. */
export async function askAnyKey(question: AnyKeyQuestion, place: Place): Promise<AnyKey> {
  const { stored, placeholder, url, ...pasted } = question;
  const own = stored.map((key) => ({
    label: key.name,
    description: describeKey(key),
    iconPath: new vscode.ThemeIcon("key"),
    value: key,
  }));
  const choices = [...own, ...sources, ...(url === undefined ? [] : [{ ...urlChoice, value: url }])];
  const chosen = await askPick<KeySummary | KeysQuestion | GivenSource>(choices, placeholder, place);
  if (typeof chosen === "object" && "inspecting" in chosen) {
    return { name: "a key of that URL", text: await askKeysAtUrl(chosen, place) };
  }
  if (typeof chosen === "object") return { name: `your key ${shown(chosen.name)}`, stored: chosen.name };
  const { input } = await keyInput(chosen, pasted, place);
  return { name: names[chosen], text: typeof input === "string" ? input : textOf(new Uint8Array(input)) };
}

/** A file's text, or of one that is no text (DER) its bytes in base64. */
function textOf(bytes: Bytes): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return toBase64(bytes);
  }
}
