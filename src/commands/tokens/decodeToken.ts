import * as vscode from "vscode";
import { requiredText, type Command } from "../command.ts";
import { askToken } from "../../dialogs/tokens/askToken.ts";

/** `{ token }` → its header and claims as JSON text. A person sees it as a read-only document. */
export const decodeToken: Command = {
  call: async ({ inspecting }, argument) => (await inspecting.tools()).decodedText(requiredText(argument, "token")),
  async ask({ inspecting, decodedDocuments }, { place }) {
    const compact = await askToken("Decode Token", place);
    const address = decodedDocuments.addressOf((await inspecting.tools()).decodedText(compact));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(address));
  },
};
