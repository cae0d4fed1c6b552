import * as vscode from "vscode";
import { payloadText } from "../../core/token/read/decodedText.ts";
import { type Command, requiredToken } from "../command.ts";
import { askToken } from "../../dialogs/tokens/askToken.ts";

/** `{ token }` → its claims as JSON text, which a person gets on the clipboard. */
export const copyPayload: Command = {
  call: async (_services, argument) => payloadText(requiredToken(argument, "token")),
  async ask(_services, { place }) {
    const compact = await askToken("Copy Payload", place);
    await vscode.env.clipboard.writeText(payloadText(compact));
    vscode.window.setStatusBarMessage("Payload copied", 3000);
  },
};
