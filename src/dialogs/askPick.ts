import * as vscode from "vscode";
import { withoutIcons } from "../core/markdown.ts";
import { shown } from "../core/visible.ts";
import { putAt, settle } from "./quickInput.ts";
import type { Place } from "./steps.ts";

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** How many rows are shown at a time, the last ones of a longer list among them. */
const MOST = 1000;
const LAST = 20;

/** How much of a row is shown, in characters. */
const LONGEST = 400;

/** Asks for one of some choices, whose texts are shown as they are: an icon is an `iconPath`. */
export async function askPick<T>(choices: readonly Choice<T>[], placeholder: string, place: Place): Promise<T> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  putAt(pick, place);
  pick.items = listed(choices, "");
  const hint = choices.length > MOST ? ` Type to find one of ${choices.length.toLocaleString("en")}.` : "";
  pick.placeholder = shown(placeholder, LONGEST) + hint;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.buttons = place.back === true ? [vscode.QuickInputButtons.Back] : [];
  return settle<T>(pick, (accept) => [
    pick.onDidChangeValue((typed) => {
      if (choices.length > MOST) pick.items = listed(choices, typed);
    }),
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen !== undefined) accept(chosen.value);
    }),
  ]);
}

/** The first of the choices that hold what is typed, where there are too many for VS Code to look through. */
function listed<T>(choices: readonly Choice<T>[], typed: string): readonly Choice<T>[] {
  const wanted = typed.trim().toLowerCase();
  const holds = (text: string | undefined) => text?.toLowerCase().includes(wanted) === true;
  const isWanted = ({ label, description, detail }: Choice<T>) => holds(label) || holds(description) || holds(detail);
  const fitting = choices.length <= MOST || wanted === "" ? choices : choices.filter(isWanted);
  // What ends a list, such as "New Profile…", stays at hand.
  const first = fitting.length <= MOST ? fitting : [...fitting.slice(0, MOST - LAST), ...fitting.slice(-LAST)];
  return first.map(asShown);
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
