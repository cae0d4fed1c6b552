import * as vscode from "vscode";
import { editNotApplied } from "../core/errors.ts";
import { editsForToken, type InsertResult, type TokenDelivery } from "../core/http/insert/edit.ts";
import { showWarning } from "../services/notify.ts";
import { insertAs, type InsertAs } from "../services/settings.ts";
import { holdsRequests, namedKind } from "./requestFile.ts";

interface Insertion {
  /** Absent: as the setting says. */
  readonly as?: InsertAs;
  /** Where the request stands. Absent: at each cursor. */
  readonly position?: vscode.Position;
}

/**
 * Gives the requests under an editor's cursors, or the one at a position, their token, as one undo step.
 * Returns how many requests changed.
 * In a file of another kind the bare token replaces the selections.
 * Throws the refusals of `editsForToken`, or EDIT_NOT_APPLIED.
 */
export async function insertDelivery(
  editor: vscode.TextEditor,
  delivery: TokenDelivery,
  { as, position }: Insertion = {},
): Promise<number> {
  const { document } = editor;
  const selections = position === undefined ? editor.selections : [new vscode.Selection(position, position)];
  const { edits, requests, warnings } = editsFor({ document, selections }, delivery, as ?? insertAs(document.uri));
  const applied = await editor.edit((builder) => {
    for (const { start, end, text } of edits) {
      builder.replace(new vscode.Range(start.line, start.character, end.line, end.character), text);
    }
  });
  if (!applied) throw editNotApplied();
  for (const warning of warnings) void showWarning(warning);
  return requests;
}

function editsFor(
  { document, selections }: Pick<vscode.TextEditor, "document" | "selections">,
  delivery: TokenDelivery,
  as: InsertAs,
): InsertResult {
  if (holdsRequests(document)) {
    const cursors = selections.map(({ active }) => active);
    return editsForToken(document.getText(), cursors, delivery, { as, markdown: namedKind(document) === "markdown" });
  }
  const edits = selections.map(({ start, end }) => ({ start, end, text: delivery.compact }));
  return { edits, requests: 0, warnings: [] };
}
