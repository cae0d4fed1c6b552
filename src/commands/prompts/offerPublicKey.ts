import * as vscode from "vscode";
import { exportPublicKey } from "../../core/keys/exportPublic.ts";
import type { Key } from "../../core/keys/key.ts";
import { showFailure } from "../../services/notify.ts";

/** Says that a key was made, and offers its public half to copy. Does not wait for the user. A secret has no public half. */
export function offerPublicKey(key: Key, message: string): void {
  const actions = key.kty === "oct" ? [] : ["Copy Public Key"];
  const copy = async () => {
    const chosen = await vscode.window.showInformationMessage(message, ...actions);
    if (chosen !== undefined) await vscode.env.clipboard.writeText(await exportPublicKey(key, "pem"));
  };
  copy().catch(showFailure);
}
