import * as vscode from "vscode";
import { editNotApplied, noEditor } from "../core/errors.ts";
import { editsForToken, type InsertResult, type TokenDelivery } from "../core/http/edit.ts";

export type InsertAs = "header" | "variable";

/** Where the setting says a token goes: into the header itself, or into a file variable. */
function insertAsSetting({ uri }: vscode.TextDocument): InsertAs {
  const setting = vscode.workspace.getConfiguration("jwtMint", uri).get<string>("insertAs");
  return setting === "variable" ? "variable" : "header";
}

/**
 * Gives the requests under the cursors their token, as one undo step, and returns how many requests changed.
 * In a file of another kind the bare token replaces the selections.
 * Throws NO_EDITOR, the refusals of `editsForToken`, or EDIT_NOT_APPLIED.
 */
export async function insertDelivery(delivery: TokenDelivery, as?: InsertAs): Promise<number> {
  const editor = targetEditor();
  if (editor === undefined) throw noEditor();
  const { edits, requests, warnings } = editsFor(editor, delivery, as ?? insertAsSetting(editor.document));
  const applied = await editor.edit((builder) => {
    for (const { start, end, text } of edits) {
      builder.replace(new vscode.Range(start.line, start.character, end.line, end.character), text);
    }
  });
  if (!applied) throw editNotApplied();
  for (const warning of warnings) void vscode.window.showWarningMessage(warning);
  return requests;
}

/** The active editor; while a webview has the focus, the request file that is in sight. */
function targetEditor(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return activeTextEditor ?? visibleTextEditors.find(({ document }) => holdsRequests(document));
}

function editsFor({ document, selections }: vscode.TextEditor, delivery: TokenDelivery, as: InsertAs): InsertResult {
  if (holdsRequests(document)) {
    const cursors = selections.map(({ active }) => active);
    return editsForToken(document.getText(), cursors, delivery, { as, markdown: isMarkdown(document) });
  }
  const edits = selections.map(({ start, end }) => ({ start, end, text: delivery.compact }));
  return { edits, requests: 0, warnings: [] };
}

const isMarkdown = ({ languageId }: vscode.TextDocument) => languageId === "markdown";

const requestLine = /^[ \t]*(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]+\S|curl[ \t]+\S)/im;

/** Whether a document is made of requests, with REST Client or httpYac installed or without. */
function holdsRequests(document: vscode.TextDocument): boolean {
  if (document.languageId === "http" || /\.(http|rest)$/i.test(document.uri.path)) return true;
  if (isMarkdown(document)) return /^```\s*(http|rest)\s*$/im.test(document.getText());
  return document.isUntitled && requestLine.test(document.getText());
}
