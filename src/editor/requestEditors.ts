import * as vscode from "vscode";
import { noRequestFile } from "../core/errors.ts";
import { holdsRequests } from "./requestFile.ts";
import { holdsVariables } from "./variableFile.ts";

/** How many editors are remembered. */
const LIMIT = 10;

/** The editors that a token can go into, the one that was active last in front; also those that are hidden by now. */
let recent: readonly vscode.TextEditor[] = [];

/** Remembers in which order editors were active: VS Code tells only what is in sight, left to right. */
export function followRequestEditors(): vscode.Disposable {
  follow(vscode.window.activeTextEditor);
  return vscode.window.onDidChangeActiveTextEditor(follow);
}

function follow(editor: vscode.TextEditor | undefined): void {
  if (editor === undefined || !takesToken(editor)) return;
  recent = [editor, ...recent.filter((other) => !isSame(other, editor))].slice(0, LIMIT);
}

/** A tab that comes back to sight is another object. */
const isSame = (one: vscode.TextEditor, other: vscode.TextEditor) =>
  one.document === other.document && one.viewColumn === other.viewColumn;

const takesToken = ({ document }: vscode.TextEditor) => holdsRequests(document) || holdsVariables(document);

/** The editor in sight with requests that was active last. */
export function lastRequestEditor(): vscode.TextEditor | undefined {
  const inSight = vscode.window.visibleTextEditors.filter(({ document }) => holdsRequests(document));
  return recent.find((editor) => inSight.includes(editor)) ?? inSight[0];
}

/**
 * Goes to the editor that a token from elsewhere is for: the active one if it can take it, else the one that was active last,
 * which is brought back to sight while its tab is open. Throws NO_REQUEST_FILE.
 */
export async function showRequestEditor(): Promise<void> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const active = activeTextEditor !== undefined && takesToken(activeTextEditor) ? activeTextEditor : undefined;
  const inSight = active ?? recent.find((editor) => visibleTextEditors.includes(editor));
  const editor = inSight ?? visibleTextEditors.find(takesToken) ?? recent.find(({ document }) => isOpen(document.uri));
  if (editor === undefined) throw noRequestFile();
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
}

const isOpen = (uri: vscode.Uri) =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
