import * as vscode from "vscode";
import { findProvider } from "../../core/providers/index.ts";
import { shown } from "../../core/visible.ts";
import { askPick } from "../../dialogs/askPick.ts";
import type { AllowedCall } from "../../services/calls/answers.ts";
import { noAllowedCalls } from "../../services/calls/errors.ts";
import { showInformation } from "../../services/notify.ts";
import type { Command } from "../command.ts";

/** Takes back what a person allowed calls by argument to sign. For a person alone. */
export const forgetAllowedCalls: Command = {
  async ask({ allowedCalls }): Promise<void> {
    const answers = allowedCalls.list();
    if (answers.length === 0) throw noAllowedCalls();
    const all = { label: "All of Them", iconPath: new vscode.ThemeIcon("clear-all"), value: answers };
    const choices = [...(answers.length > 1 ? [all] : []), ...answers.map(choiceOf)];
    await allowedCalls.forget(await askPick(choices, "Which calls are to be asked for again?", place));
    void showInformation("Forgotten: you are asked again before such a call has a key sign.");
  },
};

const place = { title: "Forget Allowed Calls" };

const choiceOf = (answer: AllowedCall) => ({
  label: answer.profile === undefined ? `${providerName(answer)} tokens` : shown(answer.profile),
  description: whereOf(answer),
  detail: [
    ...(answer.profile === undefined ? [] : [providerName(answer)]),
    `key ${shown(answer.key)}`,
    ...(answer.environment === undefined ? [] : [shown(answer.environment)]),
  ].join(", "),
  iconPath: new vscode.ThemeIcon(answer.profile === undefined ? "key" : "account"),
  value: [answer],
});

const providerName = ({ provider }: AllowedCall) => findProvider(provider)?.name ?? provider;

function whereOf({ folder }: AllowedCall): string {
  if (folder === undefined) return "everywhere";
  return folder === "" ? "without a folder" : `in ${shown(vscode.Uri.parse(folder).path)}`;
}
