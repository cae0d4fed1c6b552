import * as vscode from "vscode";
import { visible } from "../core/visible.ts";
import { Back, type Place } from "./steps.ts";

/** Shows a quick input until it is settled: by `accept`, by Back, or by leaving it, which throws CancellationError. */
export async function settle<T>(
  input: vscode.QuickInput & { readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton> },
  listen: (accept: (value: T) => void) => vscode.Disposable[],
): Promise<T> {
  const listeners: vscode.Disposable[] = [input];
  try {
    return await new Promise<T>((resolve, reject) => {
      listeners.push(
        input.onDidHide(() => reject(new vscode.CancellationError())),
        input.onDidTriggerButton((button) => {
          if (button === vscode.QuickInputButtons.Back) reject(new Back());
        }),
        ...listen(resolve),
      );
      input.show();
    });
  } finally {
    vscode.Disposable.from(...listeners).dispose();
  }
}

/** Puts a prompt at its place in a series. A click elsewhere must not lose what was typed. */
export function putAt(input: vscode.QuickInput, { title, step, totalSteps }: Place): void {
  input.title = visible(title);
  input.step = step;
  input.totalSteps = totalSteps;
  input.ignoreFocusOut = true;
}
