import { type Steps, STEP } from "../../steps.ts";

/** Lines that hold requests: a whole .http file, or the inside of one Markdown fence. */
export interface Range {
  /** The first line whose cursor means this range: the fence's opening line. */
  readonly start: number;
  readonly first: number;
  readonly end: number;
}

const opening = /^```\s*(?:http|rest)\s*$/i;
const closing = /^```\s*$/;

/** Whether a line of Markdown opens a fence that holds requests. */
export const opensFence = (text: string) => text.startsWith("```") && opening.test(text);

/** All of a text that is no Markdown. */
export const wholeText = (texts: readonly string[]): Range => ({ start: 0, first: 0, end: texts.length });

/** The http and rest fences of a Markdown file. One that never closes goes to the end, as in CommonMark. */
export function* fencesIn(texts: readonly string[]): Steps<Range[]> {
  const ranges: Range[] = [];
  let start: number | undefined;
  for (const [line, text] of texts.entries()) {
    if (line % STEP === 0) yield;
    if (start === undefined) {
      if (opensFence(text)) start = line;
    } else if (closing.test(text)) {
      ranges.push({ start, first: start + 1, end: line });
      start = undefined;
    }
  }
  if (start !== undefined) ranges.push({ start, first: start + 1, end: texts.length });
  return ranges;
}
