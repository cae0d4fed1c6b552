import type * as vscode from "vscode";

/**
 * A place in a file, for a command to act on instead of at the cursor. Lenses and quick fixes hand it over;
 * a class, so that no argument from outside is taken for one.
 */
export class RequestPlace {
  readonly uri: vscode.Uri;
  readonly position: vscode.Position;
  /** The profile that was chosen along with the place. */
  readonly profile: string | undefined;

  constructor(uri: vscode.Uri, position: vscode.Position, profile?: string) {
    this.uri = uri;
    this.position = position;
    this.profile = profile;
  }
}
