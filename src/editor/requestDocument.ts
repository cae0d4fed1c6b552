import * as vscode from "vscode";
import { bothEdits, type Edited } from "../core/http/read/edited.ts";
import { wholeText } from "../core/http/read/fences.ts";
import { readRequests, rereadRequests, type RequestText } from "../core/http/read/requestText.ts";
import { type FileKind, type FileTokens, readTokens, tokensOf } from "../core/http/read/tokens.ts";
import type { Steps } from "../core/steps.ts";
import { linesIn, ReadOnce } from "./readOnce.ts";
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

/** What was read of a document. Only a .http file is read on from when it is edited. */
interface Read {
  readonly kind: FileKind | undefined;
  readonly text?: RequestText;
  readonly tokens: FileTokens;
}

const NOTHING: FileTokens = { tokens: [], requests: [] };

/** What was edited of documents since they were read. */
const edits = new WeakMap<vscode.TextDocument, Edited>();

const reader = new ReadOnce<Read>(function* (document, before) {
  const kind = kindOf(document);
  const text = kind === "http" ? yield* requestText(document, before?.text) : undefined;
  const tokens = text === undefined ? yield* otherTokens(document, kind) : yield* tokensOf(text);
  edits.delete(document);
  return { kind, tokens, ...(text !== undefined && { text }) };
});

/**
 * A document's tokens and requests, read once a version, in slices: a long one keeps nobody waiting. What an edit leaves as it
 * was stays the same object.
 */
export async function tokensIn(document: vscode.TextDocument): Promise<FileTokens> {
  // Another language makes another kind of the same text.
  if (reader.last(document)?.kind !== kindOf(document)) reader.forget(document);
  return (await reader.of(document)).tokens;
}

function* otherTokens(document: vscode.TextDocument, kind: FileKind | undefined): Steps<FileTokens> {
  return kind === undefined ? NOTHING : yield* readTokens(yield* linesIn(document), kind);
}

function* requestText(document: vscode.TextDocument, before: RequestText | undefined): Steps<RequestText> {
  const edited = edits.get(document);
  if (before === undefined) {
    const texts = yield* linesIn(document);
    return yield* readRequests(texts, [wholeText(texts)]);
  }
  if (edited === undefined) return before;
  const { first, removed, added } = edited;
  return yield* rereadRequests(before, { first, removed, added: yield* linesIn(document, first, first + added) });
}

/** Notes the edits of documents that were read, so that each costs no more than the blocks it touches. */
export function followRequestDocuments(): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const text = reader.last(document)?.text;
    if (text === undefined || contentChanges.length === 0) return;
    const before = edits.get(document);
    const lines = text.texts.length + (before === undefined ? 0 : before.added - before.removed);
    // The changes name places of the text before them.
    let [first, last] = [Infinity, 0];
    for (const { range } of contentChanges)
      [first, last] = [Math.min(first, range.start.line), Math.max(last, range.end.line)];
    const removed = last + 1 - first;
    const edited = { first, removed, added: document.lineCount - lines + removed };
    edits.set(document, before === undefined ? edited : bothEdits(before, edited));
  });
}

/** The editors in sight whose documents we read. */
export const visibleEditors = () =>
  vscode.window.visibleTextEditors.filter(({ document }) => kindOf(document) !== undefined);
