import * as vscode from "vscode";
import { editNotApplied } from "./errors.ts";

import { noTokenHere } from "../core/http/errors.ts";
import { isReplaceable, type PlacedToken, tokenAt } from "../core/http/read/tokens.ts";
import { tokensIn } from "./requestDocument.ts";
import type { RequestPlace } from "./requestPlace.ts";

/** A token of a document that another may be put in the place of. */
export interface TokenTarget {
  readonly document: vscode.TextDocument;
  readonly token: PlacedToken;
}

/** The token that a place means. Throws NO_TOKEN_HERE. */
export async function tokenTarget({ uri, position }: Pick<RequestPlace, "uri" | "position">): Promise<TokenTarget> {
  const document = await vscode.workspace.openTextDocument(uri);
  const token = tokenAt(await tokensIn(document), position);
  if (token === undefined || !isReplaceable(token)) throw noTokenHere();
  return { document, token };
}

/** Puts a token in the place of another, as one undo step, with the cursors where they were. Throws EDIT_NOT_APPLIED. */
export async function replaceToken({ document, token }: TokenTarget, compact: string): Promise<void> {
  const range = new vscode.Range(token.line, token.start, token.line, token.end);
  // The document may have changed while the new token was minted.
  if (document.getText(range) !== token.compact) throw editNotApplied();
  const editors = vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
  const before = editors.map(({ selections }) => selections);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, compact);
  if (!(await vscode.workspace.applyEdit(edit))) throw editNotApplied();
  const move = movedBy(range, compact.length);
  for (const [index, editor] of editors.entries()) {
    editor.selections = (before[index] ?? []).map(
      ({ anchor, active }) => new vscode.Selection(move(anchor), move(active)),
    );
  }
}

/** Where a position goes when a range of its line gets another length: inside it stays, or ends with it. */
function movedBy({ start, end }: vscode.Range, length: number): (position: vscode.Position) => vscode.Position {
  return (position) => {
    if (position.line !== start.line || position.isBeforeOrEqual(start)) return position;
    const { character } = position;
    const inside = position.isBefore(end);
    const newEnd = start.character + length;
    return position.with({ character: inside ? Math.min(character, newEnd) : character - end.character + newEnd });
  };
}
