import * as vscode from "vscode";
import { refusalOf } from "../../core/errors.ts";
import { longestToken } from "../../core/token/find/pieces.ts";
import { decode } from "../../core/token/read/decode.ts";
import { noToken } from "../../core/token/read/errors.ts";
import { compactAt } from "../../editor/actionLinks.ts";
import { RequestPlace } from "../../editor/requestPlace.ts";
import { pastedToken, pastedTokens } from "../../core/token/find/pastedToken.ts";
import { askText } from "../askText.ts";
import type { Place } from "../steps.ts";
import { askWhichToken } from "./askWhichToken.ts";

/**
 * The token that a person means: the one at `place`, else the selected one, else the one under the cursor. Where there is
 * none it is asked for. Throws NO_TOKEN, or TOKEN_INVALID for a selection that is no token.
 */
export async function askToken(title: string, place?: RequestPlace): Promise<string> {
  if (place === undefined)
    return (await selectedToken(title)) ?? (await tokenUnderCursor()) ?? askPastedToken({ title });
  const compact = await compactAt(place);
  if (compact === undefined) throw noToken();
  return compact;
}

/** The tokens that are selected. */
export const selectedTokens = (): readonly string[] => {
  const { document, selections = [] } = vscode.window.activeTextEditor ?? {};
  return selections.flatMap((selection) => (selection.isEmpty ? [] : pastedTokens(document?.getText(selection) ?? "")));
};

async function selectedToken(title: string): Promise<string | undefined> {
  const { document, selection } = vscode.window.activeTextEditor ?? {};
  if (document === undefined || selection === undefined || selection.isEmpty) return undefined;
  const selected = document.getText(selection);
  const compact = (await askWhichToken(pastedTokens(selected), { title })) ?? pastedToken(selected);
  decode(compact);
  return compact;
}

async function tokenUnderCursor(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  return editor && compactAt(new RequestPlace(editor.document.uri, editor.selection.active));
}

/** Asks for a token, and suggests the one on the clipboard. */
export async function askPastedToken(
  place: Place,
  prompt = "Paste the token. Text around it is ignored.",
): Promise<string> {
  const clipboard = (await vscode.env.clipboard.readText()).slice(0, longestToken);
  const copied = pastedTokens(clipboard);
  // Several are offered as they were copied, to choose from.
  const value = copied.length > 1 ? clipboard : (copied[0] ?? "");
  const text = await askText(
    { prompt, value, placeholder: "eyJ…", check: (typed) => refusal(pastedToken(typed)) },
    place,
  );
  return (await askWhichToken(pastedTokens(text), place)) ?? pastedToken(text);
}

/** Why a text is not a token, in words. */
const refusal = (compact: string): string | undefined => refusalOf(() => decode(compact))?.message;
