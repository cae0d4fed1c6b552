import * as vscode from "vscode";
import { noKeys } from "../../core/errors.ts";
import { describeKey } from "../../core/keys/describeKey.ts";
import type { KeySummary } from "../../core/keys/key.ts";
import type { Services } from "../../services/services.ts";
import { askPick } from "./askPick.ts";

/** Asks for one of the stored keys. Throws NO_KEYS where there is none of the kind. */
export async function askStoredKey(
  { keys }: Services,
  title: string,
  suits: (key: KeySummary) => boolean = () => true,
): Promise<KeySummary> {
  const choices = (await keys.list()).filter(suits).map((key) => ({
    label: key.name,
    description: describeKey(key),
    iconPath: new vscode.ThemeIcon("key"),
    value: key,
  }));
  if (choices.length === 0) throw noKeys();
  return askPick(choices, "Which key?", { title });
}
