import * as vscode from "vscode";
import { runAround } from "../core/token/find/candidate.ts";

/** For the `when` of menus: whether the cursor stands on what could be a token. */
const KEY = "jwtMint.onToken";

/** Keeps that context key right for the active editor. */
export function registerTokenContext(): vscode.Disposable {
  let current = false;
  const look = (editor: vscode.TextEditor | undefined) => {
    const onToken = editor !== undefined && isOnToken(editor);
    if (onToken === current) return;
    current = onToken;
    void vscode.commands.executeCommand("setContext", KEY, onToken);
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
