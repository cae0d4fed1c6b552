import type * as vscode from "vscode";
import { once } from "../core/once.ts";
import { loadBundle } from "./bundle.ts";
import type * as keyTools from "./keyTools.ts";

/** The module as its bundle exports it. */
export type KeyTools = typeof keyTools;

export type LoadKeyTools = () => Promise<KeyTools>;

/** What reads, makes and exports keys, verifies and decrypts; loaded at the first call. */
export const keyToolsOf = ({ extensionUri }: vscode.ExtensionContext): LoadKeyTools =>
  once(async () => loadBundle<KeyTools>(extensionUri, "keys"));
