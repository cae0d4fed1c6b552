import * as vscode from "vscode";
import { callsByArgument, type CallsMode, settingChanged } from "../settings.ts";

/** The setting `jwtMint.callsByArgument`, read again only when it changes: each call asks for it. */
export class CallsSetting implements vscode.Disposable {
  #mode = callsByArgument();
  readonly #subscription: vscode.Disposable;

  /** `changed` is called when the setting is another. */
  constructor(changed: () => void) {
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!settingChanged(event, "callsByArgument")) return;
      this.#mode = callsByArgument();
      changed();
    });
  }

  get mode(): CallsMode {
    return this.#mode;
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
