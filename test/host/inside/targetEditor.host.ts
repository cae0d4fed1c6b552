import * as vscode from "vscode";
import { equal, eventually, match, ok, rejects, test } from "./kit/testing.ts";
import { showFile } from "./kit/workspace.ts";

const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln";
const insert = async () => vscode.commands.executeCommand<number>("jwtMint.insertToken", { token });
const { One, Two, Three } = vscode.ViewColumn;

const show = async (name: string, text: string, viewColumn: vscode.ViewColumn): Promise<vscode.TextDocument> =>
  (await showFile(name, text, { viewColumn, preview: false })).document;

/** Takes the focus, as the token panel does: no text editor is the active one then. */
async function showWebview(viewColumn: vscode.ViewColumn): Promise<vscode.WebviewPanel> {
  const panel = vscode.window.createWebviewPanel("test", "Webview", viewColumn);
  await eventually(() => vscode.window.activeTextEditor === undefined);
  return panel;
}

async function closeAll(): Promise<void> {
  for (const { isDirty } of vscode.workspace.textDocuments) {
    if (isDirty) await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

test("beside a webview, the token goes into the request file that was active last", async () => {
  await insert().then(undefined, () => undefined);
  const request = "GET https://a.test\n";
  const second = await show("second.http", request, Two);
  const first = await show("first.http", request, One);
  await vscode.window.showTextDocument(second, Two);
  const panel = await showWebview(Three);

  equal(await insert(), 1);

  equal([first.getText() === request, second.getText().includes(token)], [true, true]);
  panel.dispose();
  await closeAll();
});

test("beside a webview, a file of requests comes before one of another kind, and a .env file is one too", async () => {
  const env = await show("target.env", "", Two);
  const notes = await show("target.txt", "", One);
  const panel = await showWebview(Three);

  equal(await insert(), 0);

  match(env.getText(), /^\w+=eyJ/);
  equal(notes.getText(), "");
  panel.dispose();
  await closeAll();
});

test("a request file behind the webview is shown again; one whose tab was closed is not", async () => {
  const document = await show("behind.http", "GET https://a.test\n", One);
  const panel = await showWebview(One);

  equal(await insert(), 1);

  equal(vscode.window.activeTextEditor?.document, document);
  ok(document.getText().includes(token));
  await document.save();
  await closeAll();
  await rejects(insert(), /No file is open/);
  panel.dispose();
});
