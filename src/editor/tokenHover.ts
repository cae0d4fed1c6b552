import * as vscode from "vscode";
import { runAround } from "../core/token/find/candidate.ts";
import { showsHover } from "../services/settings.ts";

/** What tells a hover once there may be something to tell. */
export type TellToken = (place: HoverPlace) => Promise<vscode.Hover | undefined>;

export interface HoverPlace {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  /** The text of its line when the hover was asked for. */
  readonly line: string;
  /** The text of the line after it; empty where there is none. */
  readonly next: string;
}

/**
 * A hover over each token of any document: files, untitled, output, diffs, notebook cells. What tells it is loaded when
 * the cursor first rests on characters that could be a token.
 */
export const registerTokenHover = (load: () => Promise<TellToken>): vscode.Disposable =>
  vscode.languages.registerHoverProvider("*", tokenHover(load));

export function tokenHover(load: () => Promise<TellToken>): vscode.HoverProvider {
  return {
    provideHover(document, position, cancellation) {
      if (position.line >= document.lineCount) return undefined;
      const line = document.lineAt(position.line).text;
      if (runAround(line, position.character) === undefined) return undefined;
      if (!showsHover(document)) return undefined;
      const next = position.line + 1 < document.lineCount ? document.lineAt(position.line + 1).text : "";
      const told = load().then((tell) =>
        cancellation.isCancellationRequested ? undefined : tell({ document, position, line, next }),
      );
      return Promise.race([told, whenCancelled(cancellation)]);
    },
  };
}

/** Resolves to nothing once nobody waits for the hover any more. */
const whenCancelled = async (cancellation: vscode.CancellationToken) =>
  new Promise<undefined>((resolve) => {
    cancellation.onCancellationRequested(() => resolve(undefined));
  });
