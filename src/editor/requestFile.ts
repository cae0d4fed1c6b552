import type * as vscode from "vscode";
import { opensFence } from "../core/http/read/fences.ts";
import { type VariableFileKind, variableFileKind } from "../core/http/files/variableFiles.ts";

const requestLine = /^[ \t]*(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]+\S|curl[ \t]+\S)/i;

/** How many lines of an unsaved text are looked at, and how far into each. */
const TOP = 500;
const WIDE = 1000;

/** What a document is by its language and name: the one place that tells requests from variables. Undefined: neither. */
export function namedKind({
  languageId,
  uri,
}: vscode.TextDocument): "markdown" | "http" | VariableFileKind | undefined {
  if (languageId === "markdown") return "markdown";
  if (languageId === "http" || /\.(http|rest)$/i.test(uri.path)) return "http";
  return variableFileKind(uri.path);
}

/** Whether a document is made of requests, with REST Client or httpYac installed or without. */
export function holdsRequests(document: vscode.TextDocument): boolean {
  const kind = namedKind(document);
  if (kind === "markdown") return someLine(document, document.lineCount, opensFence);
  if (kind !== undefined || !document.isUntitled) return kind === "http";
  // Asked at each edit, so that a long text costs no more than a short one.
  return someLine(document, TOP, (text) => requestLine.test(text.slice(0, WIDE)));
}

function someLine(document: vscode.TextDocument, first: number, suits: (text: string) => boolean): boolean {
  const end = Math.min(first, document.lineCount);
  for (let line = 0; line < end; line++) if (suits(document.lineAt(line).text)) return true;
  return false;
}

/** Whether tokens go into a document as more than text: into its requests or its variables. */
export function takesTokens(document: vscode.TextDocument): boolean {
  const kind = namedKind(document);
  return (kind !== undefined && kind !== "markdown") || holdsRequests(document);
}
