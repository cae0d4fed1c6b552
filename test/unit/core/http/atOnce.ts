import * as edit from "../../../../src/core/http/insert/edit.ts";
import type { Lines } from "../../../../src/core/http/lines.ts";
import { wholeText } from "../../../../src/core/http/read/fences.ts";
import * as requests from "../../../../src/core/http/read/requestText.ts";
import * as tokens from "../../../../src/core/http/read/tokens.ts";
import { allAtOnce } from "../../../../src/core/steps.ts";

/** A text by lines, as an editor has it: a lone \r ends none in REST Client and httpYac, so it stays inside. */
export function linesOf(text: string): Lines {
  const texts = text.split(/\r?\n/);
  return { texts, eol: /^[^\n]*\r\n/.test(text) ? "\r\n" : "\n" };
}

export const readTokens = (text: string, kind: tokens.FileKind): tokens.FileTokens =>
  allAtOnce(tokens.readTokens(linesOf(text).texts, kind));

export const tokensOf = (text: requests.RequestText): tokens.FileTokens => allAtOnce(tokens.tokensOf(text));

/** Of a text that is no Markdown. */
export const readRequests = (texts: readonly string[]): requests.RequestText =>
  allAtOnce(requests.readRequests(texts, [wholeText(texts)]));

export const rereadRequests = (before: requests.RequestText, change: requests.LineEdit): requests.RequestText =>
  allAtOnce(requests.rereadRequests(before, change));

export const editsForToken = (
  text: string,
  cursors: readonly edit.Position[],
  ...order: [edit.TokenDelivery, edit.InsertOptions]
): edit.InsertResult => allAtOnce(edit.editsForToken(linesOf(text), cursors, ...order));
