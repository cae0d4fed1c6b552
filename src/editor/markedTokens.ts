import * as vscode from "vscode";
import { type PlacedToken, tokensAnywhere } from "../core/http/read/tokens.ts";
import { markedFiles } from "../services/settings.ts";
import { firstOf, type Limit } from "./firstOf.ts";
import { linesIn, ReadOnce } from "./readOnce.ts";
import { kindOf, tokensIn } from "./requestDocument.ts";

/** The longest text outside of request files that is searched for tokens to mark, in characters. */
const LONGEST = 2_000_000;

const NONE: readonly PlacedToken[] = [];

/** VS Code takes all marks of a file at once. */
const limit: Limit = {
  most: 20_000,
  say: (all, most) => `This file has ${all} tokens. JWT Mint marks what is wrong with the first ${most}.`,
};

/**
 * The tokens of a document that the setting wants marked where something is wrong with them. The same array as long as the
 * document and the setting are the same.
 */
export async function markedTokens(document: vscode.TextDocument): Promise<readonly PlacedToken[]> {
  const setting = markedFiles(document);
  if (setting === "off") return NONE;
  const kind = kindOf(document);
  if (setting !== "everywhere" || kind === "http" || kind === "env")
    return marked(document, (await tokensIn(document)).tokens);
  // A view of a file's past has nothing to mend.
  if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) return NONE;
  return marked(document, await others.of(document));
}

const firsts = new WeakMap<readonly PlacedToken[], readonly PlacedToken[]>();

function marked(document: vscode.TextDocument, tokens: readonly PlacedToken[]): readonly PlacedToken[] {
  const first = firsts.get(tokens) ?? firstOf(document, tokens, limit);
  firsts.set(tokens, first);
  return first;
}

/** Nothing is known of where these tokens stand, so none is replaced. */
const others = new ReadOnce<readonly PlacedToken[]>(function* (document) {
  const texts = yield* linesIn(document);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return length > LONGEST ? NONE : yield* tokensAnywhere(texts, "body");
});
