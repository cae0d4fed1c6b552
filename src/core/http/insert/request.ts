import { type Steps, STEP } from "../../steps.ts";
import type { Block } from "../read/blocks.ts";
import { type Header, headerEdits, type HeaderLine, type HeaderSection } from "./headers.ts";
import {
  definitionAt,
  emptyHeaderAt,
  headerAt,
  isBareUrlPart,
  isBlank,
  isComment,
  isFold,
  isUrlPart,
  spreadOf,
} from "../read/grammar.ts";
import type { Lines, TextEdit } from "../lines.ts";

/** A request that can be given headers, in whichever notation it stands. */
export interface Request {
  /** The Authorization header it has, without surrounding blanks. */
  readonly authorization: string | undefined;
  readonly warnings: readonly string[];
  /** Replaces headers by name and adds those it lacks. Authorization comes first. */
  edits(headers: readonly Header[]): TextEdit[];
}

export function* httpRequest(lines: Lines, block: Block, requestLine: number): Steps<Request> {
  const section = yield* readSection(lines.texts, requestLine, block.end);
  const line = section.headers.find(({ name }) => name === "authorization");
  const warnings =
    section.spread === undefined
      ? []
      : [
          `The headers of "...${section.spread}" are merged in by httpYac after this one. ` +
            "Take Authorization out of that object if it is there.",
        ];
  return {
    authorization: line && (lines.texts[line.line] ?? "").slice(line.valueStart).trim(),
    warnings,
    edits: (headers) => headerEdits(lines, section, headers),
  };
}

export function* readSection(texts: readonly string[], requestLine: number, end: number): Steps<HeaderSection> {
  const urlEnd = yield* lastUrlLine(texts, requestLine, end);
  const headers: HeaderLine[] = [];
  let spread: string | undefined;
  let line = urlEnd + 1;
  for (; line < end; line++) {
    if (line % STEP === 0) yield;
    const text = texts[line] ?? "";
    if (isBlank(text)) break;
    if (isComment(text) || isUrlPart(text)) continue;
    const spreadName = spreadOf(text);
    const header = headerAt(text);
    const above = headers.at(-1);
    if (spreadName !== undefined) spread = spreadName;
    else if (header === undefined && above?.last === line - 1 && isFold(text)) {
      headers[headers.length - 1] = { ...above, last: line };
    } else {
      const found = header ?? emptyHeaderAt(text);
      if (found !== undefined) headers.push({ ...found, line, last: line });
      // REST Client sends a late `@name = value` as a header and reads on.
      else if (definitionAt(text) === undefined) break;
    }
  }
  return { urlEnd, end: line, headers, spread };
}

function* lastUrlLine(texts: readonly string[], requestLine: number, end: number): Steps<number> {
  let last = requestLine;
  for (let line = requestLine + 1; line < end; line++) {
    if (line % STEP === 0) yield;
    const text = texts[line] ?? "";
    if (isComment(text)) continue;
    if (!isUrlPart(text) && !isBareUrlPart(text)) break;
    last = line;
  }
  return last;
}
