import * as vscode from "vscode";
import { requiredText, type Command } from "../command.ts";
import { askToken } from "../../dialogs/tokens/askToken.ts";

/** `{ token }` → its claims as JSON text, which a person gets on the clipboard. */
export const copyPayload: Command = {
  call: async ({ inspecting }, argument) => (await inspecting.tools()).payloadText(requiredText(argument, "token")),
  async ask({ inspecting }, { place }) {
    const compact = await askToken("Copy Payload", place);
    await vscode.env.clipboard.writeText((await inspecting.tools()).payloadText(compact));
    vscode.window.setStatusBarMessage("Payload copied", 3000);
  },
};
