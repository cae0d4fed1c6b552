import * as vscode from "vscode";

export const isMarkdown = ({ languageId }: vscode.TextDocument) => languageId === "markdown";

const requestLine = /^[ \t]*(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]+\S|curl[ \t]+\S)/im;

/** How many lines of an unsaved text are looked at. */
const TOP = 500;

/** Whether a document is made of requests, with REST Client or httpYac installed or without. */
export function holdsRequests(document: vscode.TextDocument): boolean {
  if (document.languageId === "http" || /\.(http|rest)$/i.test(document.uri.path)) return true;
  if (isMarkdown(document)) return /^```\s*(http|rest)\s*$/im.test(document.getText());
  // Asked at each edit, so that a long text costs no more than a short one.
  return document.isUntitled && requestLine.test(document.getText(new vscode.Range(0, 0, TOP, 0)));
}
