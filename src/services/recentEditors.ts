import * as vscode from "vscode";

/** The text editors of this window, the last active one first. VS Code itself names none while a webview has the focus. */
export class RecentEditors implements vscode.Disposable {
  #editors: readonly vscode.TextEditor[];
  readonly #subscription: vscode.Disposable;

  constructor() {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    this.#editors = visibleTextEditors.toSorted(
      (a, b) => Number(b === activeTextEditor) - Number(a === activeTextEditor),
    );
    this.#subscription = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#note(editor)),
      vscode.workspace.onDidCloseTextDocument((closed) => this.#forget(closed)),
    );
  }

  /** One for each document that is still open. An editor that is behind others cannot be edited until it is shown again. */
  list(): readonly vscode.TextEditor[] {
    return this.#editors;
  }

  #note(editor: vscode.TextEditor | undefined): void {
    if (editor === undefined) return;
    this.#forget(editor.document);
    this.#editors = [editor, ...this.#editors];
  }

  #forget(document: vscode.TextDocument): void {
    this.#editors = this.#editors.filter((editor) => editor.document !== document);
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
