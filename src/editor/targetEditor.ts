import * as vscode from "vscode";
import { noEditor, noRequestFile } from "./errors.ts";

import type { Services } from "../services/services.ts";
import { takesTokens } from "./requestFile.ts";

type Editors = Pick<Services, "recentEditors">;

/**
 * The editor that a token goes into at the cursor: the active one. While a webview or an output has the focus, the one
 * that `requestEditor` gives. Throws NO_EDITOR.
 */
export function targetEditor(services: Editors): vscode.TextEditor {
  const { activeTextEditor } = vscode.window;
  if (activeTextEditor !== undefined && isFile(activeTextEditor)) return activeTextEditor;
  const editor = requestEditorOf(services);
  if (editor === undefined) throw noEditor();
  return editor;
}

/**
 * The editor that a token from a panel or a tree goes into: of those that hold requests or variables the one that was
 * active last, in sight if there is one. Else it is behind others. Throws NO_REQUEST_FILE.
 */
export function requestEditor(services: Editors): vscode.TextEditor {
  const editor = requestEditorOf(services);
  if (editor === undefined) throw noRequestFile();
  return editor;
}

/** An editor that was behind others, brought to the front: only then it can be edited. */
export async function inFront(editor: vscode.TextEditor): Promise<vscode.TextEditor> {
  return inSightOf(editor) ?? vscode.window.showTextDocument(editor.document, columnOf(editor));
}

function requestEditorOf({ recentEditors }: Editors): vscode.TextEditor | undefined {
  const recent = recentEditors.list().filter(isTarget);
  const [inSight] = recent.flatMap((editor) => inSightOf(editor) ?? []);
  return (
    inSight ??
    vscode.window.visibleTextEditors.find(isTarget) ??
    recent.find((editor) => columnOf(editor) !== undefined)
  );
}

function inSightOf(editor: vscode.TextEditor): vscode.TextEditor | undefined {
  const { visibleTextEditors } = vscode.window;
  return visibleTextEditors.includes(editor)
    ? editor
    : visibleTextEditors.find(({ document }) => document === editor.document);
}

/** Where the tab of an editor is. A document may be kept open for a while after its last tab was closed. */
function columnOf({ document }: vscode.TextEditor): vscode.ViewColumn | undefined {
  const uri = document.uri.toString();
  const isTab = ({ input }: vscode.Tab) => input instanceof vscode.TabInputText && input.uri.toString() === uri;
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(isTab))?.viewColumn;
}

const isTarget = (editor: vscode.TextEditor) => isFile(editor) && takesTokens(editor.document);

/** Not the text of an output or of a file's past, which nobody can write. */
const isFile = ({ document: { uri } }: vscode.TextEditor) =>
  uri.scheme !== "output" && vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false;
