import * as vscode from "vscode";
import { type VariableFileKind, variableFileKind } from "../core/http/files/variableFiles.ts";

const fence = /^```\s*(http|rest)\s*$/im;
const requestLine = /^[ \t]*(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]+\S|curl[ \t]+\S)/im;

/** How many lines of an unsaved text are looked at. */
const TOP = 500;

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
  if (kind === "markdown") return fence.test(document.getText());
  if (kind !== undefined || !document.isUntitled) return kind === "http";
  // Asked at each edit, so that a long text costs no more than a short one.
  return requestLine.test(document.getText(new vscode.Range(0, 0, TOP, 0)));
}

/** Whether tokens go into a document as more than text: into its requests or its variables. */
export function takesTokens(document: vscode.TextDocument): boolean {
  const kind = namedKind(document);
  return (kind !== undefined && kind !== "markdown") || holdsRequests(document);
}
