import * as vscode from "vscode";
import type * as keyTools from "../core/keys/tools.ts";

/** The module as its bundle exports it. */
export type KeyTools = typeof keyTools;

/**
 * Loads the bundle that reads, makes and exports keys, once. Its text is fetched and evaluated as VS Code does with
 * an extension's own: a web-worker host has no `require` for a second file.
 */
export function keyToolsLoader(extensionUri: vscode.Uri): () => Promise<KeyTools> {
  let tools: Promise<KeyTools> | undefined;
  return async () => {
    tools ??= load(vscode.Uri.joinPath(extensionUri, "dist", "keys.cjs"));
    return tools;
  };
}

async function load(bundle: vscode.Uri): Promise<KeyTools> {
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(bundle));
  const module: { exports?: KeyTools } = {};
  // oxlint-disable-next-line typescript/no-implied-eval -- the extension's own file, never anything from outside
  new Function("module", source)(module);
  if (module.exports === undefined) throw new TypeError("the keys bundle exports nothing");
  return module.exports;
}
