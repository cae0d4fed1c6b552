import * as vscode from "vscode";
import { sampleFile } from "../../core/http/files/sampleFile.ts";
import { providers, requireProvider } from "../../core/providers/index.ts";
import type { Provider } from "../../core/providers/provider.ts";
import type { CallServices } from "../../services/calls/callServices.ts";
import { requiredText, type Command } from "../command.ts";
import { askPick } from "../../dialogs/askPick.ts";

/** `{ provider }` → the text that is shown, as a new file that is not saved yet. */
export const newHttpFile: Command = {
  async call(services, argument): Promise<string> {
    return show(services, requireProvider(requiredText(argument, "provider")));
  },
  async ask(services): Promise<void> {
    const choices = providers.map((provider) => ({ label: provider.name, value: provider }));
    await show(services, await askPick(choices, "The service to call", { title: "New .http File" }));
  },
};

/** With the values of the provider's first profile, where there is one. */
async function show({ profiles }: Pick<CallServices, "profiles">, provider: Provider): Promise<string> {
  const profile = profiles.list().find((candidate) => candidate.provider === provider.id);
  const content = sampleFile(provider, profile);
  const document = await vscode.workspace.openTextDocument({ content, language: "http" });
  await vscode.window.showTextDocument(document);
  return content;
}
