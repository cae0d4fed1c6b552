import { type Steps, STEP } from "../../steps.ts";
import type { Block } from "./blocks.ts";
import type { ConstructEnd } from "./constructs.ts";
import { definitionAt, isComment, isCurl, isResponse, isUrlPart } from "./grammar.ts";
import type { HeaderSection } from "../insert/headers.ts";

/** What a line of a .http file is to the request around it. */
export type Where = "header" | "variable" | "curl" | "url" | "body" | "comment" | "response" | "script" | "env";

/** Says of a block's lines what they are, some only after others were looked at. To be asked in the order of the lines. */
export function whereIn(
  texts: readonly string[],
  block: Block,
  section: HeaderSection | undefined,
  constructEnd: ConstructEnd,
): (line: number) => Where | Steps<Where> {
  const { first, requestLine = block.end } = block;
  const hidden = hiddenLines(texts, constructEnd);
  return (line) => {
    const text = texts[line] ?? "";
    if (line < first || isComment(text)) return "comment";
    if (line < requestLine) return hidden(first, line, definitionAt(text) === undefined ? "script" : "variable");
    if (section === undefined) return commandOrResponse(texts[requestLine] ?? "");
    if (line <= section.urlEnd) return "url";
    if (line >= section.end) return hidden(section.end, line, bodyWhere(text));
    if (definitionAt(text) !== undefined) return "variable";
    return isUrlPart(text) ? "url" : "header";
  };
}

/** Whether a request line starts a header section: a curl command and a recorded response have none to send. */
export const hasSection = (requestLine: string) => !isCurl(requestLine) && !isResponse(requestLine);

const commandOrResponse = (requestLine: string): Where => (isCurl(requestLine) ? "curl" : "response");

/** A definition inside a body is one to REST Client and httpYac all the same. `??` is httpYac's assertion. */
function bodyWhere(text: string): Where {
  if (definitionAt(text) !== undefined) return "variable";
  return /^\s*\?\?/.test(text) ? "script" : "body";
}

/** What a line is, unless it stands in a script or block comment. Reads on from where the last question ended. */
function hiddenLines(texts: readonly string[], constructEnd: ConstructEnd) {
  let next = 0;
  let span: { readonly end: number; readonly where: Where } | undefined;
  return function* (from: number, line: number, otherwise: Where): Steps<Where> {
    for (next = Math.max(next, from); next <= line; next++) {
      if (next % STEP === 0) yield;
      const lead = (texts[next] ?? "").trimStart().charAt(0);
      if (!"/{<>".includes(lead)) continue;
      const construct = constructEnd(next);
      const end = construct && (yield* construct);
      if (end === undefined) continue;
      span = { end, where: lead === "/" ? "comment" : "script" };
      next = end;
    }
    return span !== undefined && line <= span.end ? span.where : otherwise;
  };
}
