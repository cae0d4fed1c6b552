import * as vscode from "vscode";
import { isVariableName } from "../../core/profile.ts";
import { environmentName, variableFor, variableNameInvalid } from "../../core/variable.ts";
import { insertDelivery } from "../../editor/insertion.ts";
import { setVariable, variableFile } from "../../editor/variableFile.ts";
import type { TokenInHand } from "../../services/minting.ts";
import type { Services } from "../../services/services.ts";
import { askPick } from "../askPick.ts";
import { careForTokenFile } from "../keys/fileCare.ts";
import { askText } from "../askText.ts";

const place = { title: "Insert Token" };

const checkShellName = (name: string) => (isVariableName(name) ? undefined : variableNameInvalid(name).message);
const checkJsonName = (name: string) => (name.trim() === "" ? "It needs a name." : undefined);

/**
 * Puts a token into the file of an editor; asks for the variable where that is a file of variables.
 * Returns how many requests changed.
 */
export async function askAndInsert(
  services: Services,
  { delivery, profile, provider }: TokenInHand,
  editor: vscode.TextEditor,
): Promise<number> {
  const file = await variableFile(editor);
  if (file === undefined) return insertDelivery(editor, delivery);
  const { names = [], environments } = file;
  const variable = services.profiles.find(profile)?.variable ?? variableFor(provider?.id ?? "");
  if (environments === undefined) {
    const suggestion = environmentName(variable);
    const name = await askName(names, { kind: "Variable", suggestion, check: checkShellName });
    await setVariable(file, { name }, delivery.compact);
    careForTokenFile(editor.document.uri);
    return 0;
  }
  const check = checkJsonName;
  const environment = await askName([...environments.keys()], { kind: "Environment", suggestion: "dev", check });
  const known = environments.get(environment) ?? [];
  const name = await askName(known, { kind: "Variable", suggestion: variable, check });
  await setVariable(file, { name, environment }, delivery.compact);
  careForTokenFile(editor.document.uri);
  return 0;
}

interface NameQuestion {
  readonly kind: "Variable" | "Environment";
  readonly suggestion: string;
  readonly check: (name: string) => string | undefined;
}

/** Asks for one of the names that are there, or a new one. */
async function askName(known: readonly string[], { kind, suggestion, check }: NameQuestion): Promise<string> {
  const prompt = `The ${kind.toLowerCase()} that the token is for`;
  const choices = [
    ...known.map((name) => ({ label: name, value: name })),
    { label: `New ${kind}…`, iconPath: new vscode.ThemeIcon("add"), value: undefined },
  ];
  const chosen = known.length === 0 ? undefined : await askPick(choices, prompt, place);
  return chosen ?? askText({ prompt: `${prompt}.`, value: suggestion, check }, place);
}
