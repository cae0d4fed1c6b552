import * as vscode from "vscode";

/**
 * Loads one of the extension's own bundles. Its text is read and evaluated as VS Code does with an extension's first:
 * a web-worker host has no `require` for a second file.
 */
export async function loadBundle<T>(
  extensionUri: vscode.Uri,
  name: "commands" | "keys" | "dialogs" | "inspect" | "verify" | "hover" | "onDemand" | "views" | "panel" | "decrypt",
): Promise<T> {
  const file = vscode.Uri.joinPath(extensionUri, "dist", `${name}.cjs`);
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const module: { exports?: T } = {};
  // oxlint-disable-next-line typescript/no-implied-eval -- the extension's own file, never anything from outside
  new Function("module", "require", `${source}\n//# sourceURL=${file.toString()}`)(module, () => vscode);
  if (module.exports === undefined) throw new TypeError(`${name}.cjs exports nothing`);
  return module.exports;
}
