import * as vscode from "vscode";

/** What bundles take from those that loaded them. */
const given = new Map<string, unknown>([["vscode", vscode]]);

/**
 * Offers modules of a bundle to those it loads, by name, so that no module exists twice.
 * @public Called by what the build writes around each entry.
 */
export function give(modules: Readonly<Record<string, unknown>>): void {
  for (const [id, module] of Object.entries(modules)) given.set(id, module);
}

const require = (id: string) => given.get(id);

/** How many lines `Function` puts in front of a bundle's text, as stacks count them. */
export const LINES_IN_FRONT = 2;

/**
 * Loads one of the extension's own bundles. Its text is read and evaluated as VS Code does with an extension's first:
 * a web-worker host has no `require` for a second file.
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
