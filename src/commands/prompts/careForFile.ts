import type * as vscode from "vscode";
import type { KeySummary } from "../../core/keys/key.ts";
import { showFailure } from "../../services/notify.ts";
import type { Services } from "../../services/services.ts";
import { keyDialogs } from "./keyDialogs.ts";

/** A file that a key was imported from. */
export interface KeyFile {
  readonly uri: vscode.Uri;
  /** Whether the key outlives the window, so that the file is not needed any more. */
  readonly kept: boolean;
}

/** Says what git makes of the file that a key came from, where it came from one in the workspace. Does not wait for the user. */
export function careForKeyFile(
  services: Services,
  uri: vscode.Uri | undefined,
  { windowOnly }: Partial<KeySummary>,
): void {
  if (uri === undefined) return;
  const care = async () => {
    const kept = windowOnly !== true && !(await services.keys.isVolatile());
    await (await keyDialogs(services)).careForKeyFile({ uri, kept });
  };
  care().catch(showFailure);
}

/** Warns of a file with a token that git would commit. Does not wait for the user. */
export function careForTokenFile(services: Services, uri: vscode.Uri): void {
  const care = async () => (await keyDialogs(services)).careForTokenFile(uri);
  care().catch(showFailure);
}
