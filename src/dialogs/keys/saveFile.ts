import * as vscode from "vscode";
import { fileNotWritten } from "../../core/errors.ts";
import { processEnvironment } from "../../services/processEnvironment.ts";

/** Asks where to save a file; proposes the home folder, or where there is none a place beside the workspace. */
export async function askTarget(title: string, fileName: string): Promise<vscode.Uri> {
  const folder = outsideFolder();
  // A key's name may hold characters that no file name has.
  const safeName = fileName.replaceAll(/[^\p{L}\p{N}._ -]/gu, "-");
  const target = await vscode.window.showSaveDialog({
    title,
    saveLabel: "Save",
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, safeName) }),
  });
  if (target === undefined) throw new vscode.CancellationError();
  return target;
}

/** Throws FILE_NOT_WRITTEN. */
export async function writeText(target: vscode.Uri, text: string): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch {
    throw fileNotWritten();
  }
}

/** Whether a file would be part of the project, whatever way its path takes there. */
export const isInWorkspace = (target: vscode.Uri): boolean =>
  vscode.workspace.getWorkspaceFolder(vscode.Uri.joinPath(target, ".")) !== undefined;

function outsideFolder(): vscode.Uri | undefined {
  const { HOME, USERPROFILE } = processEnvironment() ?? {};
  const home = HOME ?? USERPROFILE;
  if (home !== undefined && home !== "") return vscode.Uri.file(home);
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  return workspace && vscode.Uri.joinPath(workspace.uri, "..");
}
