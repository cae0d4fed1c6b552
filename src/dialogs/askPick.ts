import * as vscode from "vscode";
import { place as putAt, settle } from "./quickInput.ts";
import type { Place } from "./steps.ts";

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** Asks for one of some choices. */
export async function askPick<T>(choices: readonly Choice<T>[], placeholder: string, place: Place): Promise<T> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  putAt(pick, place);
  pick.items = choices;
  pick.placeholder = placeholder;
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
