import * as vscode from "vscode";

/** Runs a command of ours by argument, and resolves to what it gives. */
export const run = <T = unknown>(command: string, argument?: unknown): Thenable<T> =>
  vscode.commands.executeCommand<T>(`jwtMint.${command}`, argument);
