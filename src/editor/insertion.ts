import * as vscode from "vscode";
import { editNotApplied } from "./errors.ts";

import { editsForToken, type InsertResult, type TokenDelivery } from "../core/http/insert/edit.ts";
import { showWarning } from "../services/notify.ts";
import { insertAs, type InsertAs } from "../services/settings.ts";
import { inOneVersion, linesIn } from "./readOnce.ts";
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
  const selections = () => (position === undefined ? editor.selections : [new vscode.Selection(position, position)]);
  const { edits, requests, warnings } = holdsRequests(document)
    ? await editsForRequests(document, selections, { delivery, as: as ?? insertAs(document.uri) })
    : bareToken(selections(), delivery);
  const applied = await editor.edit((builder) => {
    for (const { start, end, text } of edits) {
      builder.replace(new vscode.Range(start.line, start.character, end.line, end.character), text);
    }
  });
  if (!applied) throw editNotApplied();
  for (const warning of warnings) void showWarning(warning);
  return requests;
}

/** `selections`: as they are when the text is read. */
async function editsForRequests(
  document: vscode.TextDocument,
  selections: () => readonly vscode.Selection[],
  { delivery, as }: { readonly delivery: TokenDelivery; readonly as: InsertAs },
): Promise<InsertResult> {
  return inOneVersion(document, function* () {
    const cursors = selections().map(({ active }) => active);
    const eol = document.eol === vscode.EndOfLine.CRLF ? "\r\n" : "\n";
    const lines = { texts: yield* linesIn(document), eol } as const;
    return yield* editsForToken(lines, cursors, delivery, { as, markdown: namedKind(document) === "markdown" });
  });
}

const bareToken = (selections: readonly vscode.Selection[], { compact }: TokenDelivery): InsertResult => ({
  edits: selections.map(({ start, end }) => ({ start, end, text: compact })),
  requests: 0,
  warnings: [],
});
