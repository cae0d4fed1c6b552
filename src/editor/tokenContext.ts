import * as vscode from "vscode";
import { runAround } from "../core/token/find/candidate.ts";
import { ON_TOKEN } from "../manifest.ts";

/** Keeps the context key right for the active editor. */
export function registerTokenContext(): vscode.Disposable {
  let current = false;
  const look = (editor: vscode.TextEditor | undefined) => {
    const onToken = editor !== undefined && isOnToken(editor);
    if (onToken === current) return;
    current = onToken;
    void vscode.commands.executeCommand("setContext", ON_TOKEN, onToken);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => look(textEditor)),
    vscode.window.onDidChangeActiveTextEditor(look),
  );
}

function isOnToken({ document, selection: { active } }: vscode.TextEditor): boolean {
  return (
    active.line < document.lineCount && runAround(document.lineAt(active.line).text, active.character) !== undefined
  );
}
