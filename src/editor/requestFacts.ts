import type * as vscode from "vscode";
import { sentWith } from "../core/http/read/sentTokens.ts";
import { isReplaceable } from "../core/http/read/tokens.ts";
import type { SentWith } from "../core/token/inspect/finding.ts";
import { tokensIn } from "./requestDocument.ts";

/** What the request or file around a token tells of it. */
export interface RequestFacts {
  /** Whether another token may be put in its place. */
  readonly replaceable: boolean;
  readonly sentWith?: SentWith;
}

/** What is known of the token that starts at a place; nothing in documents that hold no requests. */
export async function requestFacts(
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): Promise<RequestFacts> {
  const { tokens, requests } = await tokensIn(document);
  const token = tokens.find((each) => each.line === line && each.start === character);
  if (token === undefined) return { replaceable: false };
  const request = requests.find((each) => each.token === token);
  return {
    replaceable: isReplaceable(token),
    sentWith: sentWith(token, request, (number) => document.lineAt(number).text),
  };
}
