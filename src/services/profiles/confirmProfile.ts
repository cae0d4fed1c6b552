import * as vscode from "vscode";
import type { Profile } from "../../core/profile.ts";
import { quoted } from "../../core/visible.ts";
import { subjectOf } from "../calls/answers.ts";
import type { Minted } from "../minting.ts";
import { askModal } from "../notify.ts";
import type { Services } from "../services.ts";
import { profileLines } from "./profileLines.ts";

/**
 * Mints for a person, who is asked once before a key signs for a profile that the workspace brought.
 * Throws CancellationError when the user leaves, else what minting throws.
 */
export async function askAndMint(
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

/**
 * The same for a profile that nobody chose, since VS Code does not say whether a person or a task ran the command: a person is
 * asked first, unless calls with it are allowed. Throws CancellationError when that is refused.
 */
export async function mintUnchosen(
  services: Pick<Services, "minting" | "profiles" | "allowedCalls">,
  name: string,
): Promise<Minted> {
  const { profiles, allowedCalls } = services;
  const profile = profiles.get(name);
  const subject = subjectOf(profile, name);
  // Whoever is asked to confirm the profile has been asked.
  const isAsked = subject === undefined || profiles.needsConfirmation(profile);
  if (!isAsked && !(await allowedCalls.confirm(subject))) throw new vscode.CancellationError();
  return askAndMint(services, name);
}

async function askConfirmation({ name, ...content }: Profile): Promise<void> {
  const message = `Sign with your key ${quoted(content.key ?? "")} for a profile from this workspace?`;
  const detail = [
    `The workspace ${quoted(vscode.workspace.name ?? "")} defines the profile ${quoted(name)}. Values:`,
    profileLines(content),
    "You are asked again if the profile changes.",
  ].join("\n\n");
  await askModal(message, detail, "Sign");
}
