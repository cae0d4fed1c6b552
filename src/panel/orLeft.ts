import * as vscode from "vscode";

/** Null where the user left a question unanswered. */
export async function orLeft<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof vscode.CancellationError) return null;
    throw error;
  }
}
