import * as vscode from "vscode";
import { UserError } from "../core/errors.ts";
import { withoutLinks } from "../core/markdown.ts";
import { KEYRING_GUIDE } from "./errors.ts";

let log: vscode.LogOutputChannel | undefined;

const openLog = () => (log ??= vscode.window.createOutputChannel("JWT Mint", { log: true }));

const importKey = { label: "Import Key…", command: "jwtMint.importKey" };
const keyringGuide = { label: "Open Keyring Guide", command: "vscode.open", argument: KEYRING_GUIDE };

/** A button that mends a failure, by the failure's code. */
const remedies: Readonly<
  Record<string, { readonly label: string; readonly command: string; readonly argument?: string }>
> = {
  KEY_MISSING: importKey,
  SECRET_LOST: importKey,
  SECRET_DAMAGED: importKey,
  SECRET_STORE_UNAVAILABLE: keyringGuide,
  SECRET_STORE_VOLATILE: keyringGuide,
  PROFILE_MISSING: { label: "Open Settings", command: "workbench.action.openSettings", argument: "jwtMint.profiles" },
  PROFILE_INVALID: { label: "Open Settings", command: "workbench.action.openSettings", argument: "jwtMint.profiles" },
};

/** The one place that shows a failure. Does not wait for the user. Cancelling is no failure and shows nothing. */
export function showFailure(error: unknown): void {
  if (error instanceof vscode.CancellationError) return;
  void (error instanceof UserError ? showUserError(error) : showBug(error));
}

async function showUserError({ code, message }: UserError): Promise<void> {
  const remedy = remedies[code];
  // The button leads to the page that the message names.
  const shown = message.replace(` (${remedy?.argument})`, "");
  const chosen = await vscode.window.showErrorMessage(
    withoutLinks(shown),
    ...(remedy === undefined ? [] : [remedy.label]),
  );
  if (chosen === remedy?.label && remedy !== undefined) {
    await vscode.commands.executeCommand(remedy.command, remedy.argument);
  }
}

/** Everything that is no UserError is a bug of ours. Only its name and stack are logged: a message may quote its input. */
async function showBug(error: unknown): Promise<void> {
  const stack = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  openLog().error([error instanceof Error ? error.name : typeof error, ...stack].join("\n"));
  const chosen = await vscode.window.showErrorMessage(
    "JWT Mint failed in a way it should not. The log says where; please report it.",
    "Show Log",
  );
  if (chosen !== undefined) openLog().show();
}
