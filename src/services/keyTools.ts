import type * as vscode from "vscode";
import type * as keyTools from "../core/keys/tools.ts";
import { loadBundle } from "./bundle.ts";

/** The module as its bundle exports it. */
export type KeyTools = typeof keyTools;

/** What loads the bundle that reads, makes and exports keys, once. */
export function keyToolsLoader(extensionUri: vscode.Uri): () => Promise<KeyTools> {
  let tools: Promise<KeyTools> | undefined;
  return async () => {
    tools ??= loadBundle<KeyTools>(extensionUri, "keys");
    return tools;
  };
}
