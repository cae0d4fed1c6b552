import * as vscode from "vscode";
import type { Profile } from "../../core/profile.ts";
import type { Minted } from "../minting.ts";
import type { Services } from "../services.ts";
import { profileLines, shown } from "./profileLines.ts";

/**
 * Mints for a person, who is asked once before a key signs for a profile that the workspace brought.
 * Throws CancellationError when the user leaves, else what minting throws.
 */
export async function mintAsking(
  { minting, profiles }: Pick<Services, "minting" | "profiles">,
  name: string,
): Promise<Minted> {
  const profile = profiles.get(name);
  if (profiles.needsConfirmation(profile)) {
    await askConfirmation(profile);
    await profiles.confirm(profile);
  }
  return minting.mintProfile(name);
}

async function askConfirmation({ name, ...content }: Profile): Promise<void> {
  const message = `Sign with your key "${shown(content.key ?? "")}" for a profile of this workspace?`;
  const detail = [
    `The workspace "${shown(vscode.workspace.name ?? "")}" brings the profile "${shown(name)}". All that it says:`,
    profileLines(content),
    "You are asked again if the profile changes.",
  ].join("\n\n");
  const sign = "Sign";
  const chosen = await vscode.window.showWarningMessage(message, { modal: true, detail }, sign);
  if (chosen !== sign) throw new vscode.CancellationError();
}
