import * as vscode from "vscode";
import { fileIsDirectory, fileUnreadable } from "../core/errors.ts";
import { fileTooLarge } from "../core/keys/errors.ts";

/** A key file is a few kilobytes; above this it is something else. In bytes. */
const MAX_SIZE = 1_048_576;

/** A key file's bytes and name. Throws FILE_UNREADABLE, FILE_IS_DIRECTORY or KEY_FILE_TOO_LARGE. */
export async function readKeyFile(uri: vscode.Uri): Promise<{ input: Uint8Array; fileName: string }> {
  const stat = await orUnreadable(vscode.workspace.fs.stat(uri));
  if ((stat.type & vscode.FileType.Directory) !== 0) throw fileIsDirectory();
  if (stat.size > MAX_SIZE) throw fileTooLarge();
  const input = await orUnreadable(vscode.workspace.fs.readFile(uri));
  return { input, fileName: uri.path.slice(uri.path.lastIndexOf("/") + 1) };
}

async function orUnreadable<T>(result: Thenable<T>): Promise<T> {
  try {
    return await result;
  } catch {
    throw fileUnreadable();
  }
}
