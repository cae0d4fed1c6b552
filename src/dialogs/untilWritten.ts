import * as vscode from "vscode";
import { UserError } from "../core/errors.ts";
import { showWarning } from "../services/notify.ts";

/**
 * Does what writes settings. Where that fails, the user can repair them and try again with the answers given before.
 * Throws CancellationError when they leave it, and whatever else `write` throws.
 */
export async function untilWritten<T>(write: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof UserError) || error.code !== "SETTINGS_NOT_WRITTEN") throw error;
      const chosen = await showWarning(error.message, "Try Again");
      if (chosen === undefined) throw new vscode.CancellationError();
    }
  }
}
