import * as vscode from "vscode";
import { refusalOf } from "../../core/errors.ts";
import { quoted } from "../../core/visible.ts";
import { checkKeyName, type Keeping } from "../../services/keys/keyStore.ts";
import { askModal } from "../../services/notify.ts";
import type { Services } from "../../services/services.ts";
import { askText, type Toggle } from "../askText.ts";
import type { Place } from "../steps.ts";

export interface NamedKeeping extends Keeping {
  readonly name: string;
}

/** Asks what to call a key and whether it is for this window only, and before replacing one of that name. */
export async function askKeyName({ keys }: Services, suggestion: string, place: Place): Promise<NamedKeeping> {
  const known = await keys.list();
  const { toggle, prompt, windowOnly } = windowToggle();
  const stored = new Set(known.flatMap((key) => (key.windowOnly === true ? [] : [key.name])));
  const name = await askText(
    {
      prompt,
      toggle,
      value: suggestion,
      placeholder: "lirium-sandbox",
      check: (text) => {
        if (windowOnly() && stored.has(text.trim())) return "A stored key has that name. Choose another one.";
        return refusalOf(() => checkKeyName(text.trim()))?.message;
      },
    },
    place,
  );
  if (known.some((key) => key.name === name)) {
    await askModal(`Replace the key ${quoted(name)}?`, "Profiles that use it will sign with the new key.", "Replace");
  }
  return { name, windowOnly: windowOnly() };
}

function windowToggle(): { readonly toggle: Toggle; readonly prompt: string; readonly windowOnly: () => boolean } {
  let on = false;
  const button = { iconPath: new vscode.ThemeIcon("watch"), tooltip: "Store It, or Keep It for This Window Only" };
  const prompt = () =>
    on
      ? "A name for the key. It is kept until this window closes, and not stored."
      : "A name for the key. Profiles refer to it. Select the watch icon to keep the key for this window only.";
  const press = () => {
    on = !on;
    return prompt();
  };
  return { toggle: { button, press }, prompt: prompt(), windowOnly: () => on };
}

/** Where a key went, in a sentence. */
export const keptWhere = ({ name, windowOnly }: NamedKeeping, description: string): string =>
  windowOnly === true
    ? `The key ${quoted(name)} (${description}) is kept until this window closes, and not stored.`
    : `The key ${quoted(name)} (${description}) is stored in VS Code's secret storage.`;
