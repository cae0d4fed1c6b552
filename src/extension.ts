import * as vscode from "vscode";
import { commandIds } from "./manifest.ts";
import type { CommandRunner } from "./commands/table.ts";

/**
 * Registers the commands and nothing else: what a command needs is evaluated when the first one runs,
 * so that starting VS Code pays for neither `jose` nor a setting.
 */
export function activate(context: vscode.ExtensionContext): void {
  let runner: Promise<CommandRunner> | undefined;
  const load = async () => (await import("./commands/table.ts")).createRunner(context);
  for (const id of commandIds) {
    context.subscriptions.push(
      vscode.commands.registerCommand(id, async (argument?: unknown) => {
        runner ??= load();
        return (await runner)(id, argument);
      }),
    );
  }
}
