import * as vscode from "vscode";
import type { CallServices } from "../../services/calls/callServices.ts";
import { requiredText, type Command } from "../command.ts";
import { askSavedProfile } from "../../dialogs/profiles/askSavedProfile.ts";

/** `{ profile }` → nothing. Opens the settings at the profile. */
export const editProfile: Command = {
  call: async (services, argument) => openAt(services, requiredText(argument, "profile")),
  async ask(services, { profile }): Promise<void> {
    await openAt(services, (await askSavedProfile(services, { title: "Edit Profile", chosen: profile })).name);
  },
};

async function openAt({ profiles }: Pick<CallServices, "profiles">, name: string): Promise<void> {
  const { name: known } = profiles.get(name);
  const settings = profiles.isFromWorkspace(known) ? "openWorkspaceSettingsFile" : "openSettingsJson";
  const revealSetting = { key: "jwtMint.profiles", edit: true };
  await vscode.commands.executeCommand(`workbench.action.${settings}`, { revealSetting });
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
