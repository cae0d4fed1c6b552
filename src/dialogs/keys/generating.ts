import * as vscode from "vscode";
import { algorithms, type Alg } from "../../core/algorithms.ts";
import type { Key } from "../../core/keys/key.ts";
import type { KeyTools } from "../../services/keyBundle.ts";

/**
 * Makes a key, with progress for RSA, which takes seconds. WebCrypto cannot stop half-way, so what it makes after Cancel is
 * dropped. Throws CancellationError.
 */
export async function generateShowing({ generateKey }: KeyTools, alg: Alg, bits?: number): Promise<Key> {
  const generate = async () => generateKey(alg, bits === undefined ? {} : { bits });
  if (algorithms[alg].kty !== "RSA") return generate();
  const title = `Generating an RSA key of ${bits ?? 2048} bits for ${alg}…`;
  const progress = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(progress, async (_report, { onCancellationRequested }) => {
    const cancelled = new Promise<never>((_resolve, reject) =>
      onCancellationRequested(() => reject(new vscode.CancellationError())),
    );
    return Promise.race([generate(), cancelled]);
  });
}
