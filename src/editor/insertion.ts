import * as vscode from "vscode";
import { editNotApplied, noEditor } from "../core/errors.ts";
import { editsForToken, type InsertResult, type TokenDelivery } from "../core/http/edit.ts";
import { holdsRequests, isMarkdown } from "./requestFile.ts";
import { lastRequestEditor } from "./requestEditors.ts";
import type { RequestPlace } from "./requestPlace.ts";

export type InsertAs = "header" | "variable";

/** Where the setting says a token goes: into the header itself, or into a file variable. */
function insertAsSetting({ uri }: vscode.TextDocument): InsertAs {
  const setting = vscode.workspace.getConfiguration("jwtMint", uri).get<string>("insertAs");
  return setting === "variable" ? "variable" : "header";
}

/**
 * Gives the requests under the cursors, or the one at `place`, their token, as one undo step.
 * Returns how many requests changed.
 * In a file of another kind the bare token replaces the selections.
 * Throws NO_EDITOR, the refusals of `editsForToken`, or EDIT_NOT_APPLIED.
 */
export async function insertDelivery(delivery: TokenDelivery, as?: InsertAs, place?: RequestPlace): Promise<number> {
  const editor = targetEditor(place);
  if (editor === undefined) throw noEditor();
  const { document } = editor;
  const selections = place === undefined ? editor.selections : [new vscode.Selection(place.position, place.position)];
  const { edits, requests, warnings } = editsFor({ document, selections }, delivery, as ?? insertAsSetting(document));
  const applied = await editor.edit((builder) => {
    for (const { start, end, text } of edits) {
      builder.replace(new vscode.Range(start.line, start.character, end.line, end.character), text);
    }
  });
  if (!applied) throw editNotApplied();
  for (const warning of warnings) void vscode.window.showWarningMessage(warning);
  return requests;
}

/** The editor of `place`. Else the active one; while a webview has the focus, the one with requests that was active last. */
function targetEditor(place: RequestPlace | undefined): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (place !== undefined) {
    return visibleTextEditors.find(({ document }) => document.uri.toString() === place.uri.toString());
  }
  return activeTextEditor ?? lastRequestEditor();
}

function editsFor(
  { document, selections }: Pick<vscode.TextEditor, "document" | "selections">,
  delivery: TokenDelivery,
  as: InsertAs,
): InsertResult {
  if (holdsRequests(document)) {
    const cursors = selections.map(({ active }) => active);
    return editsForToken(document.getText(), cursors, delivery, { as, markdown: isMarkdown(document) });
  }
  const edits = selections.map(({ start, end }) => ({ start, end, text: delivery.compact }));
  return { edits, requests: 0, warnings: [] };
}
