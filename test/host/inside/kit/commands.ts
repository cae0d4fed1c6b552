import * as vscode from "vscode";

/** Runs any command, and resolves to what it gives. */
export const execute = <T = unknown>(command: string, ...values: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...values);

/** Runs a command of ours by argument, and resolves to what it gives. */
export const run = <T = unknown>(command: string, argument?: unknown): Thenable<T> =>
  execute<T>(`jwtMint.${command}`, argument);
