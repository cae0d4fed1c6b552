import * as vscode from "vscode";
import { differences } from "../../core/token/read/compare.ts";
import { decodedText } from "../../core/token/read/decodedText.ts";
import type { RequestPlace } from "../../editor/requestPlace.ts";
import { type Command, requiredToken } from "../command.ts";
import { askPastedToken, askToken, selectedTokens } from "../../dialogs/tokens/askToken.ts";

const TITLE = "Compare Tokens";

/** `{ token, other }` → the names of the header members and claims that differ. A person sees both side by side. */
export const compareTokens: Command = {
  call: async (_services, argument) => differences(requiredToken(argument, "token"), requiredToken(argument, "other")),
  async ask({ decodedDocuments }, { place }) {
    const both = await askBoth(place);
    const [left, right] = both.map((compact) => decodedDocuments.addressOf(decodedText(compact)));
    await vscode.commands.executeCommand("vscode.diff", left, right, TITLE);
  },
};

/** Two selected tokens, else the one here and the one that is asked for. */
async function askBoth(place?: RequestPlace): Promise<readonly [string, string]> {
  const [first, second] = place === undefined ? selectedTokens() : [];
  if (first !== undefined && second !== undefined) return [first, second];
  const token = await askToken(TITLE, place);
  return [token, await askPastedToken({ title: TITLE }, "Paste the token to compare it with.")];
}
