import * as vscode from "vscode";
import { requestText, rereadRequests, type RequestText } from "../core/http/read/requestText.ts";
import { type FileKind, type FileTokens, readTokens, tokensOf } from "../core/http/read/tokens.ts";
import { holdsRequests, namedKind } from "./requestFile.ts";

/** Files that hold requests, with REST Client or httpYac installed or without. */
export const requestFiles: vscode.DocumentSelector = [
  { language: "http" },
  { pattern: "**/*.{http,rest}" },
  { language: "markdown" },
];

/** What kind of file a document is to us; undefined for all others, and for views of a file's past. */
export function kindOf(document: vscode.TextDocument): FileKind | undefined {
  if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) return undefined;
  const kind = namedKind(document);
  if (kind === "http" || kind === "markdown") return kind;
  if (kind !== undefined) return "env";
  return holdsRequests(document) ? "http" : undefined;
}

/** What was read of a document at a version. Only a .http file is read on from when it is edited. */
interface Read {
  readonly version: number;
  readonly kind: FileKind | undefined;
  readonly text: RequestText | undefined;
  readonly tokens: FileTokens;
}

const read = new WeakMap<vscode.TextDocument, Read>();

/** A document's tokens and requests, read once a version. What an edit leaves as it was stays the same object. */
export function tokensIn(document: vscode.TextDocument): FileTokens {
  const known = read.get(document);
  const kind = kindOf(document);
  if (known?.version === document.version && known.kind === kind) return known.tokens;
  const { version } = document;
  const text = kind === "http" ? requestText(document.getText()) : undefined;
  const tokens = text === undefined ? otherTokens(document, kind) : tokensOf(text);
  read.set(document, { version, kind, text, tokens });
  return tokens;
}

const otherTokens = (document: vscode.TextDocument, kind: FileKind | undefined): FileTokens =>
  kind === undefined ? { tokens: [], requests: [] } : readTokens(document.getText(), kind);

/** Follows the edits of documents that were read, so that each costs no more than the blocks it touches. */
export function followRequestDocuments(): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const known = read.get(document);
    if (known?.text === undefined || known.version === document.version) return;
    const text = contentChanges.length === 0 ? known.text : readOn(known.text, document, contentChanges);
    read.set(document, { ...known, version: document.version, text, tokens: tokensOf(text) });
  });
}

/** The changes name places of the text before them. */
function readOn(
  before: RequestText,
  document: vscode.TextDocument,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): RequestText {
  const first = Math.min(...changes.map(({ range }) => range.start.line));
  const last = Math.max(...changes.map(({ range }) => range.end.line));
  const removed = last + 1 - first;
  const count = document.lineCount - before.texts.length + removed;
  const added = Array.from({ length: count }, (_, index) => document.lineAt(first + index).text);
  return rereadRequests(before, { first, removed, added });
}

/** The editors in sight whose documents we read. */
export const visibleEditors = () =>
  vscode.window.visibleTextEditors.filter(({ document }) => kindOf(document) !== undefined);
