import * as vscode from "vscode";
import type { Profile } from "../../core/profile.ts";
import { requireProvider } from "../../core/providers/index.ts";
import { quoted, shown } from "../../core/visible.ts";
import { askPermission } from "../notify.ts";
import type { Answer, CallQuestion } from "./allowedCalls.ts";
import type { CallSubject } from "./answers.ts";

/** What a person needs to know to answer. */
interface AllowedQuestion extends CallQuestion {
  readonly subject: CallSubject;
  /** The profile as it is now, where the question is about one. */
  readonly profile: Profile | undefined;
}

/** Asks whether calls may have a key sign. Undefined: not now, or VS Code could not ask. Throws PROVIDER_UNKNOWN. */
export async function askAllowed({ subject, profile, ...question }: AllowedQuestion): Promise<Answer | undefined> {
  const provider = requireProvider(subject.provider);
  const message =
    subject.profile === undefined
      ? `Let calls ${here().where} sign ${provider.name} tokens with the key ${quoted(subject.key)}?`
      : `Let calls ${here().where} sign with the profile ${quoted(subject.profile)}?`;
  const environment = subject.environment ?? provider.environments[0]?.name;
  const detail = [
    who(question),
    [
      `Profile: ${subject.profile === undefined ? "none, the caller writes the claims" : shown(subject.profile)}`,
      `Provider: ${provider.name}`,
      `Key: ${shown(subject.key)}`,
      `Environment: ${environment === undefined ? "none" : shown(environment)}`,
      `Variable: ${profile?.variable ?? "none"}`,
    ].join("\n"),
    ...(question.answers.includes("folder") ? [forHowLong(subject)] : []),
  ].join("\n\n");
  return choose(message, detail, question.answers);
}

async function choose(message: string, detail: string, answers: readonly Answer[]): Promise<Answer | undefined> {
  const labels: Readonly<Record<Answer, string>> = {
    folder: here().allow,
    everywhere: "Allow Everywhere",
    once: "Mint Once",
  };
  const chosen = await askPermission(message, detail, "Not Now", ...answers.map((answer) => labels[answer]));
  return answers.find((answer) => labels[answer] === chosen);
}

function who({ answers, byHand }: CallQuestion): string {
  if (!byHand) return "A task, keybinding or extension asks for a token; VS Code does not say which.";
  return answers.includes("once")
    ? "Your setting refuses tasks, keybindings and extensions, and VS Code does not say whether you or one of them ran this command."
    : "VS Code does not say whether you ran this command, or a task, keybinding or extension. Once you allow it, any of them gets a token.";
}

const forHowLong = ({ profile }: CallSubject) =>
  profile === undefined
    ? 'Once allowed, any claims are signed. "Forget Allowed Calls…" takes it back.'
    : 'You are asked again if the provider, key or environment of the profile changes. "Forget Allowed Calls…" takes it back.';

/** Where an answer holds that is not for everywhere, in words. */
function here(): { readonly where: string; readonly allow: string } {
  const [folder, another] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) return { where: "in windows without a folder", allow: "Allow Without a Folder" };
  if (another === undefined) return { where: `in the folder ${quoted(folder.name)}`, allow: "Allow in This Folder" };
  return { where: "in the folders of this workspace", allow: "Allow in These Folders" };
}
