import * as vscode from "vscode";
import insertCases from "../../../fixtures/http-insert.json";
import { equal, ok, rejects, test } from "../kit/testing.ts";
import { showFile } from "../kit/workspace.ts";

interface InsertCase {
  readonly name: string;
  readonly before: string;
  readonly cursor: { readonly line: number; readonly character: number };
  readonly cursors?: readonly InsertCase["cursor"][];
  readonly token: string;
  readonly mode: string;
  readonly after: string;
  readonly alsoOk?: readonly string[];
  readonly expect?: string;
  readonly languageId?: string;
}

/** The case's text as a file of its own, in an editor with the case's cursors. */
async function openCase({ before, cursor, cursors = [cursor], languageId }: InsertCase, index: number) {
  const editor = await showFile(`case-${index}.${languageId === "markdown" ? "md" : "http"}`, before);
  editor.selections = cursors.map(({ line, character }) => new vscode.Selection(line, character, line, character));
  return editor.document;
}

/** The document's text; where VS Code keeps a part of it to itself (a byte order mark), the file's after saving. */
async function textOf(document: vscode.TextDocument, before: string): Promise<string> {
  if (!before.startsWith("\uFEFF")) return document.getText();
  await document.save();
  const bytes = await vscode.workspace.fs.readFile(document.uri);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

async function check(row: InsertCase, index: number): Promise<void> {
  const document = await openCase(row, index);
  const text = document.getText();
  const insert = vscode.commands.executeCommand<number>("jwtMint.insertToken", { token: row.token, as: row.mode });
  if (row.expect === "no-request") {
    await rejects(insert, /request/i);
    equal(document.getText(), text, row.name);
    return revert();
  }
  ok((await insert) >= 1, row.name);
  const after = await textOf(document, row.before);
  if (!(row.alsoOk ?? []).includes(after)) equal(after, row.after, row.name);
  await vscode.commands.executeCommand("undo");
  equal(document.getText(), text, `${row.name}: undone`);
  return revert();
}

/** Leaves no unsaved file behind, about which closing the window would ask. */
const revert = async () => vscode.commands.executeCommand<void>("workbench.action.revertAndCloseActiveEditor");

const cases: readonly InsertCase[] = insertCases;
const perTest = 15;

for (let from = 0; from < cases.length; from += perTest) {
  const rows = cases.slice(from, from + perTest);
  test(`insertion cases ${from + 1} to ${from + rows.length} give their text in an editor, in one undo step`, async () => {
    for (const [index, row] of rows.entries()) await check(row, from + index);
  });
}
