import type * as vscode from "vscode";
import type { Services } from "../../services/services.ts";
import { keyDialogs } from "../keyDialogs.ts";

/** Warns of a file with a token that git would commit. Does not wait for the user. */
export function careForTokenFile(services: Services, uri: vscode.Uri): void {
  const care = async () => (await keyDialogs(services)).careForTokenFile(uri);
  care().catch(services.showFailure);
}
