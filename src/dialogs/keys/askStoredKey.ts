import * as vscode from "vscode";
import { noKeys, noLostKeys } from "../errors.ts";

import { describeKey, type KeySummary } from "../../core/keys/key.ts";
import type { Services } from "../../services/services.ts";
import { askPick, type Choice } from "../askPick.ts";

/** Asks for one of the stored keys. Throws NO_KEYS where there is none of the kind. */
export async function askStoredKey(
  { keys }: Services,
  title: string,
  suits: (key: KeySummary) => boolean = () => true,
): Promise<KeySummary> {
  const choices = (await keys.list()).filter(suits).map((key) => storedChoice(key, key));
  if (choices.length === 0) throw noKeys();
  return askPick(choices, "Which key?", { title });
}

/** Asks for the name of a key: a stored one, or one that is lost or damaged. Throws NO_KEYS. */
export async function askKnownKey({ keys }: Services, title: string): Promise<string> {
  const stored = (await keys.list()).map((key) => storedChoice(key, key.name));
  const choices = [...stored, ...(await goneChoices(keys))];
  if (choices.length === 0) throw noKeys();
  return askPick(choices, "Which key?", { title });
}

/** Asks for the name of a key that is lost or damaged; there is no need to ask for the only one. Throws NO_LOST_KEYS. */
export async function askLostKey({ keys }: Services, title: string): Promise<string> {
  const [first, ...others] = await goneChoices(keys);
  if (first === undefined) throw noLostKeys();
  return others.length === 0 ? first.value : askPick([first, ...others], "Which key?", { title });
}

const storedChoice = <T>(key: KeySummary, value: T): Choice<T> => ({
  label: key.name,
  description: describeKey(key),
  iconPath: new vscode.ThemeIcon("key"),
  value,
});

const goneChoice = (name: string, description: string): Choice<string> => ({
  label: name,
  description,
  iconPath: new vscode.ThemeIcon("warning"),
  value: name,
});

async function goneChoices(keys: Services["keys"]): Promise<readonly Choice<string>[]> {
  const lost = (await keys.lost()).map(({ name }) => goneChoice(name, "no longer on this machine"));
  return [...lost, ...(await keys.damaged()).map((name) => goneChoice(name, "cannot be read"))];
}
