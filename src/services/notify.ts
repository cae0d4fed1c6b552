import * as vscode from "vscode";
import type { Code } from "../core/codes.ts";
import { UserError } from "../core/errors.ts";
import { withoutLinks } from "../core/markdown.ts";
import { visible } from "../core/visible.ts";
import { bugStack } from "./bugStack.ts";

// Text from outside may stand in any message, and VS Code makes links of what looks like one: nothing else shows messages.

/** Shows a message, with buttons. Resolves to the button that is pressed, which may never be. */
export const showInformation = <Action extends string>(message: string, ...actions: readonly Action[]) =>
  vscode.window.showInformationMessage(withoutLinks(message), ...actions);

/** The same, as a warning. */
export const showWarning = <Action extends string>(message: string, ...actions: readonly Action[]) =>
  vscode.window.showWarningMessage(withoutLinks(message), ...actions);

/**
 * Asks in a modal dialog, which shows no links: names in it are `quoted`. The detail may have line breaks.
 * Resolves to the action that is chosen. Throws CancellationError when none is.
 */
export async function askModal<Action extends string>(
  message: string,
  detail: string,
  ...actions: readonly Action[]
): Promise<Action> {
  const chosen = await vscode.window.showWarningMessage(visible(message), modal(detail), ...actions);
  if (chosen === undefined) throw new vscode.CancellationError();
  return chosen;
}

const EXTENSION_ID = "jwt-mint.jwt-mint";
/**
 * The same for what a person did not ask for. Undefined where the person says `no`, or VS Code shows no dialog: then nobody
 * has agreed.
 */
export async function askPermission<Action extends string>(
  message: string,
  detail: string,
  no: string,
  ...actions: readonly Action[]
): Promise<Action | undefined> {
  const buttons = actions.map((action) => ({ title: action, action }));
  const refusal = { title: no, action: undefined, isCloseAffordance: true };
  try {
    type Button = vscode.MessageItem & { readonly action: Action | undefined };
    const window = vscode.window;
    return (await window.showWarningMessage<Button>(visible(message), modal(detail), ...buttons, refusal))?.action;
  } catch {
    return undefined;
  }
}

const modal = (detail: string) => ({ modal: true, detail: detail.split("\n").map(visible).join("\n") });

let log: vscode.LogOutputChannel | undefined;

const openLog = () => (log ??= vscode.window.createOutputChannel("JWT Mint", { log: true }));

const showError = (message: string, ...actions: readonly string[]) =>
  vscode.window.showErrorMessage(withoutLinks(message), ...actions);

const importKey = { label: "Import Key…", command: "jwtMint.importKey" };
const keyringGuide = { label: "Open Keyring Guide", command: "vscode.open" };

/** A button that mends a failure, by the failure's code. Its argument is the failure's link where it has none itself. */
const remedies: Readonly<
  Partial<Record<Code, { readonly label: string; readonly command: string; readonly argument?: string }>>
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

async function showUserError({ code, message, fault }: UserError): Promise<void> {
  const remedy = remedies[code];
  const chosen = await showError(message, ...(remedy === undefined ? [] : [remedy.label]));
  if (chosen === remedy?.label && remedy !== undefined) {
    await vscode.commands.executeCommand(remedy.command, remedy.argument ?? fault.link);
  }
}

/** Everything that is not a UserError is a bug of ours. Only its name and stack are logged: a message may quote its input. */
async function showBug(error: unknown): Promise<void> {
  const extension = vscode.extensions.getExtension(EXTENSION_ID);
  const stack = error instanceof Error ? await bugStack(error, extension?.extensionUri) : [];
  openLog().error([error instanceof Error ? error.name : typeof error, ...stack].join("\n"));
  const chosen = await showError(
    "Something went wrong in JWT Mint. This is a bug: please report it with the log.",
    "Show Log",
  );
  if (chosen !== undefined) openLog().show();
}
