import * as vscode from "vscode";

const SCHEME = "jwt-mint";

/** How many decoded tokens are kept, for editors that are opened again. */
const KEPT = 50;

/** Read-only documents that show decoded tokens. Memory only, and nothing of a token stands in a document's address. */
export class DecodedDocuments implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  #count = 0;
  // An editor that VS Code restores outlives the memory of its token.
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ path }) =>
      this.#texts.get(path) ?? '"This token was kept in memory only. Decode it again."\n',
  });

  /** The address of the document with this text; the same text has one document. */
  addressOf(text: string): vscode.Uri {
    const known = [...this.#texts].find(([, each]) => each === text)?.[0];
    const path = known ?? `/Token ${(this.#count += 1)}.json`;
    this.#texts.set(path, text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > KEPT && oldest !== undefined) this.#texts.delete(oldest);
    return vscode.Uri.from({ scheme: SCHEME, path });
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
