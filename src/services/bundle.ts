import * as vscode from "vscode";
import * as errors from "../core/errors.ts";

const require = (id: string) => (id === "vscode" ? vscode : errors);

/** How many lines `Function` puts in front of a bundle's text, as stacks count them. */
export const LINES_IN_FRONT = 2;

/**
 * Loads one of the extension's own bundles. Its text is read and evaluated as VS Code does with an extension's first:
 * a web-worker host has no `require` for a second file. Of `core/errors.ts` it gets the module of the bundle that loads it,
 * so that there is one class UserError.
 */
export async function loadBundle<T>(extensionUri: vscode.Uri, name: "main" | "keys"): Promise<T> {
  const file = vscode.Uri.joinPath(extensionUri, "dist", `${name}.cjs`);
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const module: { exports?: T } = {};
  // oxlint-disable-next-line typescript/no-implied-eval -- the extension's own file, never anything from outside
  new Function("module", "require", `${source}\n//# sourceURL=${file.toString()}`)(module, require);
  if (module.exports === undefined) throw new TypeError(`${name}.cjs exports nothing`);
  return module.exports;
}
