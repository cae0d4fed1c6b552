import type * as vscode from "vscode";

export const isMarkdown = ({ languageId }: vscode.TextDocument) => languageId === "markdown";

const requestLine = /^[ \t]*(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]+\S|curl[ \t]+\S)/im;

/** Whether a document is made of requests, with REST Client or httpYac installed or without. */
export function holdsRequests(document: vscode.TextDocument): boolean {
  if (document.languageId === "http" || /\.(http|rest)$/i.test(document.uri.path)) return true;
  if (isMarkdown(document)) return /^```\s*(http|rest)\s*$/im.test(document.getText());
  return document.isUntitled && requestLine.test(document.getText());
}
