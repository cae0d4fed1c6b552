import type * as vscode from "vscode";
import type { KeyStore } from "../keys/keyStore.ts";
import type { Profiles } from "../profiles/profiles.ts";
import type { Services } from "../services.ts";
import { agreeToCall } from "./agreeToCall.ts";
import { type CallMinting, callMinting } from "./callMinting.ts";
import { type Changes, createChanges } from "./changes.ts";

/**
 * What a command has that is called by argument. VS Code does not say by whom: a task of the folder, a keybinding, another
 * extension. So it reads, signs with a stored key only where a person allowed that, and changes only what a person agrees to.
 */
export interface CallServices extends Pick<Services, "keyTools" | "inspecting" | "recentToken" | "recentEditors"> {
  readonly context: { readonly globalState: Pick<vscode.Memento, "get"> };
  readonly keys: Pick<KeyStore, "list" | "get" | "isVolatile">;
  readonly profiles: Pick<Profiles, "list" | "find" | "get" | "known" | "isFromWorkspace">;
  readonly minting: CallMinting;
  readonly changes: Changes;
}

export function callServices(services: Services): CallServices {
  const { context, keys, keyTools, profiles, inspecting, recentToken, recentEditors } = services;
  const [minting, changes] = [callMinting(services), createChanges(services, agreeToCall)];
  return { context, keys, keyTools, profiles, inspecting, recentToken, recentEditors, minting, changes };
}
