import * as vscode from "vscode";

const SECTION = "jwtMint";

/** What a setting is asked for: a document or folder may have a value of its own. */
type Scope = vscode.TextDocument | vscode.Uri;

type SettingName = "callsByArgument" | "codeLens" | "diagnostics" | "hover" | "insertAs" | "profiles";

const read = (name: SettingName, scope: Scope): unknown => vscode.workspace.getConfiguration(SECTION, scope).get(name);

export const settingChanged = (event: vscode.ConfigurationChangeEvent, name: SettingName): boolean =>
  event.affectsConfiguration(`${SECTION}.${name}`);

export const showsHover = (scope: Scope): boolean => read("hover", scope) !== false;

export const showsLenses = (scope: Scope): boolean => read("codeLens", scope) !== false;

/** The files in which tokens are marked that something is wrong with. */
export function markedFiles(scope: Scope): "off" | "requestFiles" | "everywhere" {
  const setting = read("diagnostics", scope);
  return setting === "off" || setting === "everywhere" ? setting : "requestFiles";
}

export type InsertAs = "header" | "variable";

/** Where a token goes: into the header itself, or into a file variable. */
export const insertAs = (scope: Scope): InsertAs => (read("insertAs", scope) === "variable" ? "variable" : "header");

/** What calls by argument may have a stored key do. */
export type CallsMode = "ask" | "allow" | "refuse";

/** As the user's settings say: a workspace has no say in it. */
export function callsByArgument(): CallsMode {
  const setting = vscode.workspace.getConfiguration(SECTION).inspect<unknown>("callsByArgument")?.globalValue;
  return setting === "allow" || setting === "refuse" ? setting : "ask";
}

/** The entries of the setting in the user's settings and in the workspace's, as they were written. */
export interface ProfileEntries {
  readonly own: readonly unknown[];
  readonly workspace: readonly unknown[];
}

export function profileEntries(): ProfileEntries {
  const setting = vscode.workspace.getConfiguration(SECTION).inspect<unknown>("profiles");
  return { own: listIn(setting?.globalValue), workspace: listIn(setting?.workspaceValue) };
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Writes the user's own; undefined takes the setting away. Rejects with VS Code's error where it cannot. */
export const writeProfileEntries = (entries: readonly unknown[] | undefined): Thenable<void> =>
  vscode.workspace.getConfiguration(SECTION).update("profiles", entries, vscode.ConfigurationTarget.Global);
