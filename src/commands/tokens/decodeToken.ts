import * as vscode from "vscode";
import { decodedText } from "../../core/token/read/decodedText.ts";
import { type Command, requiredToken } from "../command.ts";
import { askToken } from "../../dialogs/tokens/askToken.ts";

/** `{ token }` → its header and claims as JSON text. A person sees it as a read-only document. */
export const decodeToken: Command = {
  call: async (_services, argument) => decodedText(requiredToken(argument, "token")),
  async ask({ decodedDocuments }, { place }) {
    const compact = await askToken("Decode Token", place);
    const address = decodedDocuments.addressOf(decodedText(compact));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(address));
  },
};
