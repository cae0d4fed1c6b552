import * as vscode from "vscode";
import { tokensByLine } from "../core/http/read/placing.ts";
import type { PlacedToken } from "../core/http/read/tokens.ts";
import { markedFiles } from "../services/settings.ts";
import { kindOf, tokensIn } from "./requestDocument.ts";

/** The longest text outside of request files that is searched for tokens to mark, in characters. */
const LONGEST = 2_000_000;

const NONE: readonly PlacedToken[] = [];

/**
 * The tokens of a document that the setting wants marked where something is wrong with them. The same array as long as the
 * document and the setting are the same.
 */
export function markedTokens(document: vscode.TextDocument): readonly PlacedToken[] {
  const setting = markedFiles(document);
  if (setting === "off") return NONE;
  const kind = kindOf(document);
  if (setting !== "everywhere" || kind === "http" || kind === "env") return tokensIn(document).tokens;
  // A view of a file's past has nothing to mend.
  if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) return NONE;
  return tokensAnywhere(document);
}

const read = new WeakMap<vscode.TextDocument, { readonly version: number; readonly tokens: readonly PlacedToken[] }>();

/** Read once a version. Nothing is known of where these tokens stand, so none is replaced. */
function tokensAnywhere(document: vscode.TextDocument): readonly PlacedToken[] {
  const known = read.get(document);
  if (known?.version === document.version) return known.tokens;
  const text = document.getText();
  const found = text.length > LONGEST ? [] : tokensByLine(text);
  const tokens = found.map((token): PlacedToken => Object.assign(token, { where: "body" as const }));
  read.set(document, { version: document.version, tokens });
  return tokens;
}
