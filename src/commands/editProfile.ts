import * as vscode from "vscode";
import { requiredText, type Command } from "./command.ts";
import { askSavedProfile } from "./prompts/askSavedProfile.ts";

/** `{ profile }` → nothing. Opens the user's settings at the profile. */
export const editProfile: Command = {
  call: async ({ profiles }, argument) => openAt(profiles.get(requiredText(argument, "profile")).name),
  async ask(services, { profile }): Promise<void> {
    await openAt((await askSavedProfile(services, { title: "Edit Profile", chosen: profile })).name);
  },
};

async function openAt(name: string): Promise<void> {
  const revealSetting = { key: "jwtMint.profiles", edit: true };
  await vscode.commands.executeCommand("workbench.action.openSettingsJson", { revealSetting });
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const { document } = editor;
  const text = document.getText();
  const written = JSON.stringify(name);
  const start = text.indexOf(written, text.indexOf('"jwtMint.profiles"'));
  if (start < 0) return;
  const range = new vscode.Range(document.positionAt(start + 1), document.positionAt(start + written.length - 1));
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
