import * as vscode from "vscode";
import { setClock } from "./clock.ts";

/** Called by VS Code in the extension host. Sets its clock as the file "clock" of the workspace says, in hours, for as long as the window is open. */
export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error("no folder is open");
  for (;;) {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, "clock"));
    setClock(Number(new TextDecoder().decode(bytes)));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
