import { type Steps, STEP } from "../../steps.ts";
import { type ConstructEnd, constructsIn } from "./constructs.ts";
import type { Range } from "./fences.ts";
import { isBlank, isComment, isDelimiter, isMethodLine, titleOf } from "./grammar.ts";
import { type Metadata, noteMetadata, readPreamble } from "./preamble.ts";

/** From one delimiter to the next: at most one request, with what belongs to it. */
export interface Block {
  /** The `###` line: a cursor there means the request below. Without one, the same as `first`. */
  readonly start: number;
  readonly first: number;
  readonly end: number;
  /** The last line that was looked at to read it. An edit below changes nothing of it. */
  readonly reach: number;
  /**
   * What a definition has to stand below, where the block starts at a `METHOD url` line: without it httpYac gives what stands
   * above to the request before. A delimiter, or in Markdown a fence of its own, in which httpYac reads no delimiters.
   */
  readonly separator: readonly string[];
  readonly requestLine: number | undefined;
  /** Lines before the request line that define a variable. */
  readonly definitions: readonly number[];
  /** No request, no title, no name: httpYac runs such a block for every request of the file. */
  readonly global: boolean;
  /** httpYac names the request after it. Empty: none. */
  readonly title: string;
  /** Those of requests and prompts. */
  readonly names: readonly string[];
}

const embeddedRequests = /^\s*content-type\s*:\s*(?:multipart\/|application\/http\b)/i;

/**
 * Each block is read when it is asked for, and depends on none before it. Now and then undefined, where the reading may be
 * left.
 */
export function* blocksIn(texts: readonly string[], range: Range): Generator<Block | undefined, void, void> {
  let reach = 0;
  const constructEnd = constructsIn(texts, range.end, (line) => (reach = Math.max(reach, line)));
  const separator = range.start < range.first ? ["```", "", texts[range.start] ?? ""] : ["###"];
  let { start, first } = range;
  while (first < range.end) {
    const block = yield* readBlock(texts, { start, first, end: range.end }, constructEnd);
    // Only a method line ends a block without a delimiter.
    const undelimited = start > range.start && block.first === start;
    yield { ...block, reach: Math.max(reach, block.end), separator: undelimited ? separator : [] };
    reach = 0;
    start = block.end;
    first = block.end;
  }
}

function* readBlock(
  texts: readonly string[],
  range: Range,
  constructEnd: ConstructEnd,
): Steps<Omit<Block, "separator" | "reach">> {
  const opening = texts[range.first] ?? "";
  const delimited = isDelimiter(opening);
  const title = delimited ? titleOf(opening) : "";
  const first = delimited ? range.first + 1 : range.first;
  const noted: Metadata = { named: title !== "", names: [], onlyDelimiters: false };
  const preamble = yield* readPreamble(texts, { first, end: range.end }, constructEnd, noted);
  const found = preamble.end < range.end && !isDelimiter(texts[preamble.end] ?? "");
  const body = { start: preamble.end, end: range.end };
  return {
    start: range.start,
    first,
    end: found ? yield* bodyEnd(texts, body, constructEnd, noted) : preamble.end,
    requestLine: found ? preamble.end : undefined,
    definitions: preamble.definitions,
    global: !found && !noted.named,
    title,
    names: noted.names,
  };
}

/**
 * The next delimiter. As in httpYac, a `METHOD url` line below a blank one starts a request too, with comments in between
 * or without, unless the body may itself hold requests (OData batches) or the block asks for delimiters.
 */
function* bodyEnd(
  texts: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
  constructEnd: ConstructEnd,
  noted: Metadata,
): Steps<number> {
  let separable: boolean | undefined;
  let belowBlank = false;
  for (let line = start + 1; line < end; line++) {
    if (line % STEP === 0) yield;
    const text = texts[line] ?? "";
    // Most lines of a long file end here: one character tells faster than six patterns.
    const lead = text.trimStart().charAt(0);
    if (lead === "#" || lead === "/" || lead === "{" || lead === "<" || lead === ">") {
      if (isDelimiter(text)) return line;
      if (isComment(text)) {
        noteMetadata(text, noted);
        continue;
      }
      const construct = constructEnd(line);
      if (construct !== undefined) line = (yield* construct) ?? line;
    } else if (belowBlank && lead >= "A" && lead <= "Z" && isMethodLine(text)) {
      separable ??= !(yield* holdsRequests(texts, start, end));
      if (separable && !noted.onlyDelimiters) return line;
    }
    belowBlank = lead === "";
  }
  return end;
}

function* holdsRequests(texts: readonly string[], requestLine: number, end: number): Steps<boolean> {
  for (let line = requestLine + 1; line < end && !isBlank(texts[line] ?? ""); line++) {
    if (line % STEP === 0) yield;
    if (embeddedRequests.test(texts[line] ?? "")) return true;
  }
  return false;
}
