import * as vscode from "vscode";
import type { Key } from "../../core/keys/key.ts";
import { showFailure } from "../../services/notify.ts";
import type { Services } from "../../services/services.ts";

/** Says that a key was made, and offers its public half to copy. Does not wait for the user. A secret has no public half. */
export function offerPublicKey({ keyTools }: Services, key: Key, message: string): void {
  const actions = key.kty === "oct" ? [] : ["Copy Public Key"];
  const copy = async () => {
    const chosen = await vscode.window.showInformationMessage(message, ...actions);
    if (chosen === undefined) return;
    const { exportPublicKey } = await keyTools();
    await vscode.env.clipboard.writeText(await exportPublicKey(key, "pem"));
  };
  copy().catch(showFailure);
}
