import * as vscode from "vscode";
import { fileNotWritten } from "../errors.ts";
import { nodeFiles, processEnvironment } from "../../services/nodeProcess.ts";

/** A file's mode: its owner reads and writes it, and nobody else. */
const OWNER_ONLY = 0o600;

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

/** Makes no folders. Throws FILE_NOT_WRITTEN. */
export async function writeText(target: vscode.Uri, text: string): Promise<void> {
  try {
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(target, ".."));
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch {
    throw fileNotWritten();
  }
}

/**
 * The same for a secret. Where the host can, nobody but its owner may read the file, from its first byte on.
 * Resolves to whether that is so. Throws FILE_NOT_WRITTEN.
 */
export async function writeSecret(target: vscode.Uri, text: string): Promise<boolean> {
  const files = target.scheme === "file" ? nodeFiles() : undefined;
  if (files === undefined) {
    await writeText(target, text);
    return false;
  }
  try {
    const file = await files.open(target.fsPath, "w", OWNER_ONLY);
    try {
      // One that was there keeps its mode otherwise.
      await file.chmod(OWNER_ONLY);
      await file.writeFile(text);
    } finally {
      await file.close();
    }
  } catch {
    throw fileNotWritten();
  }
  return true;
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
