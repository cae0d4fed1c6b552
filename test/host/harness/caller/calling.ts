import * as vscode from "vscode";
import type { Call, Outcome } from "./calls.ts";

const pause = async (time: number) => new Promise((resolve) => setTimeout(resolve, time));

async function outcomeOf({ command, args }: Call): Promise<Outcome> {
  try {
    return { value: await vscode.commands.executeCommand(command, ...args) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

async function answer(folder: vscode.Uri, file: string): Promise<void> {
  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(at(file)));
  await vscode.workspace.fs.delete(at(file));
  const outcome = await outcomeOf(JSON.parse(text) as Call);
  // Written under another name first, so that what is read elsewhere is whole.
  await vscode.workspace.fs.writeFile(at(`${file}.draft`), new TextEncoder().encode(JSON.stringify(outcome)));
  await vscode.workspace.fs.rename(at(`${file}.draft`), at(file.replace(/call$/, "outcome")));
}

/** Makes the calls that stand in a folder of the workspace, for as long as the extension host lives. */
export async function activate(): Promise<void> {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (workspace === undefined) return;
  const folder = vscode.Uri.joinPath(workspace, ".calls");
  await vscode.workspace.fs.createDirectory(folder);
  void follow(folder);
}

async function follow(folder: vscode.Uri): Promise<never> {
  const known = new Set<string>();
  for (;;) {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    // A call that is being read still stands in the folder.
    const calls = entries.flatMap(([name]) => (name.endsWith(".call") && !known.has(name) ? [name] : []));
    for (const name of calls) known.add(name);
    // Those that wait for a person's answer hold up no others.
    const begun = calls.map((name) => answer(folder, name));
    await Promise.race([Promise.all(begun), pause(50)]);
    await pause(50);
  }
}
