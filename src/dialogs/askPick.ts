import * as vscode from "vscode";
import { withoutIcons } from "../core/markdown.ts";
import { shown } from "../core/visible.ts";
import { place as putAt, settle } from "./quickInput.ts";
import type { Place } from "./steps.ts";

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** How much of a row is shown, in characters. */
const LONGEST = 400;

/** Asks for one of some choices, whose texts are shown as they are: an icon is an `iconPath`. */
export async function askPick<T>(choices: readonly Choice<T>[], placeholder: string, place: Place): Promise<T> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  putAt(pick, place);
  pick.items = choices.map(asShown);
  pick.placeholder = shown(placeholder, LONGEST);
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.buttons = place.back === true ? [vscode.QuickInputButtons.Back] : [];
  return settle<T>(pick, (accept) => [
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen !== undefined) accept(chosen.value);
    }),
  ]);
}

function asShown<T>(choice: Choice<T>): Choice<T> {
  const { label, description, detail } = choice;
  return {
    ...choice,
    label: asText(label),
    ...(description !== undefined && { description: asText(description) }),
    ...(detail !== undefined && { detail: asText(detail) }),
  };
}

const asText = (text: string) => withoutIcons(shown(text, LONGEST));
