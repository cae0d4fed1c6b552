import { MB } from "../core/bytes.ts";
import * as vscode from "vscode";
import { fileIsDirectory, fileUnreadable, payloadTooLarge } from "./errors.ts";
import { fileTooLarge } from "../core/keys/inputErrors.ts";
import type { Bytes } from "../core/bytes.ts";
import { type UserError } from "../core/errors.ts";

/** A key file is a few kilobytes; above this it is something else. In bytes. */
const largestKey = MB;

/** What services sign apart from its signature is the body of a message. In bytes. */
const largestPayload = 16_777_216;

/** A key file's bytes and name. Throws FILE_UNREADABLE, FILE_IS_DIRECTORY or KEY_FILE_TOO_LARGE. */
export async function readKeyFile(uri: vscode.Uri): Promise<{ input: Uint8Array; fileName: string }> {
  const input = await readSmallFile(uri, largestKey, fileTooLarge);
  return { input, fileName: uri.path.slice(uri.path.lastIndexOf("/") + 1) };
}

/** The bytes that a detached signature is over. Throws FILE_UNREADABLE, FILE_IS_DIRECTORY or PAYLOAD_FILE_TOO_LARGE. */
export const readPayloadFile = async (uri: vscode.Uri): Promise<Bytes> =>
  new Uint8Array(await readSmallFile(uri, largestPayload, payloadTooLarge));

async function readSmallFile(uri: vscode.Uri, largest: number, tooLarge: () => UserError): Promise<Uint8Array> {
  const stat = await orUnreadable(vscode.workspace.fs.stat(uri));
  if ((stat.type & vscode.FileType.Directory) !== 0) throw fileIsDirectory();
  if (stat.size > largest) throw tooLarge();
  return orUnreadable(vscode.workspace.fs.readFile(uri));
}

async function orUnreadable<T>(result: Thenable<T>): Promise<T> {
  try {
    return await result;
  } catch {
    throw fileUnreadable();
  }
}
