import * as vscode from "vscode";
import type { Profile } from "../../core/profile.ts";
import { findProvider } from "../../core/providers/index.ts";
import type { Minted } from "../minting.ts";
import type { Services } from "../services.ts";

/** The longest text of a workspace's that stands in the question, in characters. */
const LONGEST = 400;

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

async function askConfirmation({ name, provider, key = "", values }: Profile): Promise<void> {
  const message = `Sign with your key "${shown(key)}" for a profile of this workspace?`;
  const detail = [
    `The workspace "${shown(vscode.workspace.name ?? "")}" brings the profile "${shown(name)}" for ${shown(findProvider(provider)?.name ?? provider)}.`,
    `What it says: ${shown(JSON.stringify(values))}`,
    "You are asked again if the profile changes.",
  ].join("\n\n");
  const sign = "Sign";
  const chosen = await vscode.window.showWarningMessage(message, { modal: true, detail }, sign);
  if (chosen !== sign) throw new vscode.CancellationError();
}

/** A text that the workspace wrote, with nothing in it that hides or turns round other text. */
function shown(text: string): string {
  const plain = text.replaceAll(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
