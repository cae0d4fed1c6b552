import * as vscode from "vscode";
import { fileExists, fileInWorkspace } from "../errors.ts";

import { requiredText, requiredUri, type Command } from "../command.ts";
import { isInWorkspace, writeText } from "../../dialogs/keys/saveFile.ts";
import { askStoredKey } from "../../dialogs/keys/askStoredKey.ts";
import { askPrivateKeyFile } from "../../dialogs/keys/privateKey.ts";

/**
 * `{ key, uri, passphrase }` → nothing. Writes the private key to a new file outside the workspace, encrypted: its text is
 * never a result. Unencrypted files are for `ask`, where a person confirms.
 */
export const exportPrivateKey: Command = {
  async call({ keys, keyTools }, argument): Promise<void> {
    const key = await keys.get(requiredText(argument, "key"));
    const passphrase = requiredText(argument, "passphrase");
    const target = requiredUri(argument);
    if (isInWorkspace(target)) throw fileInWorkspace();
    const { exportPrivateKey: exportKey } = await keyTools();
    const text = await exportKey(key, { passphrase });
    if (await exists(target)) throw fileExists();
    await writeText(target, text);
  },
  async ask(services, chosen): Promise<void> {
    const name = chosen.key ?? (await askStoredKey(services, "Save Private Key")).name;
    await askPrivateKeyFile(services, name);
  },
};

const exists = async (target: vscode.Uri): Promise<boolean> =>
  vscode.workspace.fs.stat(target).then(
    () => true,
    () => false,
  );
