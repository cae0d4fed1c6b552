import * as vscode from "vscode";

/** Writes the user's profiles, as by hand: by argument, a person would be asked before one is changed or deleted. */
export const writeProfiles = async (profiles: readonly object[] | undefined): Promise<void> =>
  vscode.workspace.getConfiguration("jwtMint").update("profiles", profiles, vscode.ConfigurationTarget.Global);
