import * as vscode from "vscode";

/** The part of the API of VS Code's own git extension that is needed, version 1. */
interface GitApi {
  getRepository(uri: vscode.Uri): { checkIgnore(paths: string[]): Promise<ReadonlySet<string>> } | null;
}

/** Warns of a file with a token that git would commit. Does not wait for the user. Without git there is nothing to warn of. */
export async function warnUnlessIgnored(uri: vscode.Uri): Promise<void> {
  try {
    const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>("vscode.git");
    const repository = (await git?.activate())?.getAPI(1).getRepository(uri);
    if (!repository || (await repository.checkIgnore([uri.fsPath])).size > 0) return;
  } catch {
    // Git is switched off or missing.
    return;
  }
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  void vscode.window.showWarningMessage(
    `${name} holds a token now and git does not ignore it. Add ${name} to .gitignore before you commit.`,
  );
}
