import * as vscode from "vscode";
import type { Minted } from "./minting.ts";

/** The token that was last delivered in this window. Memory only: a token is never written to state. */
export class RecentToken implements vscode.Disposable {
  #minted: Minted | undefined;
  readonly #changed = new vscode.EventEmitter<Minted>();
  readonly onDidChange = this.#changed.event;

  get current(): Minted | undefined {
    return this.#minted;
  }

  set(minted: Minted): void {
    this.#minted = minted;
    this.#changed.fire(minted);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
