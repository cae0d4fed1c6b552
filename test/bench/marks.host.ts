import * as vscode from "vscode";
import { eventually, test } from "../host/inside/testing.ts";
import { largeHttpFile } from "./httpFile.ts";

const pause = async (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The longest time in which nothing else had its turn while something was done, in milliseconds. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  await work();
  clearInterval(beat);
  return longest;
}

test("5,000 expired tokens are marked", async () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error("no folder is open");
  // A window is busy with itself for a while after it opens.
  await pause(8_000);
  const blocks: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    // A file of its own each time: VS Code keeps what was closed for some minutes.
    const uri = vscode.Uri.joinPath(folder.uri, `large-${round}.http`);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(largeHttpFile()));
    const block = longestBlock(async () => {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      await eventually(() => vscode.languages.getDiagnostics(uri).length > 999);
    });
    blocks.push(await block);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  }
  const text = JSON.stringify(blocks);
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, "marks.json"), new TextEncoder().encode(text));
});
