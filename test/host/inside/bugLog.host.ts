import * as vscode from "vscode";
import { eventually, match, ok, test } from "./kit/testing.ts";

test("a bug is logged with the files and lines of the sources, and without what its message quotes", async () => {
  // Node's hosts write the output with a native module that the server here does without.
  if ("process" in globalThis) return;
  const content = "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.AAAA";
  const document = await vscode.workspace.openTextDocument({ content });
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(0, 0, 0, content.length);
  const { atob } = globalThis;
  globalThis.atob = (text) => {
    throw new RangeError(`a bug with ${text}`);
  };

  try {
    await vscode.commands.executeCommand("jwtMint.decodeToken");
  } finally {
    globalThis.atob = atob;
  }

  // "Show Log", once the message is there.
  const log = await eventually(async () => {
    await vscode.commands.executeCommand("notification.acceptPrimaryAction");
    const logs = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === "output");
    return logs.find((each) => each.getText().includes("RangeError"));
  });
  match(log.getText(), /\[error\] RangeError\n/);
  match(log.getText(), /\(src\/core\/bytes\.ts:\d+\)/);
  match(log.getText(), /src\/core\/token\/find\/pastedToken\.ts:\d+/);
  match(log.getText(), /src\/commands\/tokens\/decodeToken\.ts:\d+/);
  ok(!log.getText().includes("a bug with"));
  await vscode.commands.executeCommand("notifications.clearAll");
  await vscode.commands.executeCommand("workbench.action.closePanel");
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
});
