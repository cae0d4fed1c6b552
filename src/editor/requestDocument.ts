import * as vscode from "vscode";
import { type FileKind, type FileTokens, readTokens } from "../core/http/tokens.ts";
import { variableFileKind } from "../core/http/variableFiles.ts";
import { holdsRequests, isMarkdown } from "./requestFile.ts";

/** Files that hold requests, with REST Client or httpYac installed or without. */
export const requestFiles: vscode.DocumentSelector = [
  { language: "http" },
  { pattern: "**/*.{http,rest}" },
  { language: "markdown" },
];

/** What kind of file a document is to us; undefined for all others, and for views of a file's past. */
export function kindOf(document: vscode.TextDocument): FileKind | undefined {
  const { uri } = document;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return undefined;
  if (isMarkdown(document)) return "markdown";
  if (holdsRequests(document)) return "http";
  return variableFileKind(uri.path) === undefined ? undefined : "env";
}

const read = new WeakMap<vscode.TextDocument, { readonly version: number; readonly tokens: FileTokens }>();

/** A document's tokens and requests, read once a version. */
export function tokensIn(document: vscode.TextDocument): FileTokens {
  const known = read.get(document);
  if (known?.version === document.version) return known.tokens;
  const kind = kindOf(document);
  const tokens = kind === undefined ? { tokens: [], requests: [] } : readTokens(document.getText(), kind);
  read.set(document, { version: document.version, tokens });
  return tokens;
}

/** The editors in sight whose documents we read. */
export const visibleEditors = () =>
  vscode.window.visibleTextEditors.filter(({ document }) => kindOf(document) !== undefined);
