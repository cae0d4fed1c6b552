import { insertBelow, type Lines, type TextEdit } from "../lines.ts";

export interface Header {
  readonly name: string;
  readonly value: string;
}

/** A header line of the request, with the lines its value is folded onto. */
export interface HeaderLine {
  readonly name: string;
  readonly line: number;
  readonly last: number;
  readonly valueStart: number;
}

export interface HeaderSection {
  /** The last line of the URL. New headers go below it: a header between two of its parts would break the URL. */
  readonly urlEnd: number;
  /** The line behind the section: a blank one, or where the body starts. */
  readonly end: number;
  readonly headers: readonly HeaderLine[];
  readonly spread: string | undefined;
}

/** Edits that leave each of `headers` exactly once in the section. */
export function headerEdits(lines: Lines, section: HeaderSection, headers: readonly Header[]): TextEdit[] {
  const edits: TextEdit[] = [];
  const missing: string[] = [];
  let below = section.urlEnd;
  for (const { name, value } of headers) {
    const [kept, ...further] = section.headers.filter((line) => line.name === name.toLowerCase());
    if (kept === undefined) missing.push(`${name}: ${value}`);
    else edits.push(...replaceValue(lines, kept, value));
    if (kept !== undefined && kept.name === "authorization") below = kept.last;
    // Two lines of one name reach the server joined by a comma (REST Client) or twice (httpYac).
    for (const line of further) edits.push(removeHeader(lines, line));
  }
  return missing.length === 0 ? edits : [...edits, insertBelow(lines, below, missing)];
}

/** Indent and spelling of the name stay. Folded lines go: they would be a header or body of their own. */
function replaceValue({ texts }: Lines, { line, last, valueStart }: HeaderLine, value: string): TextEdit[] {
  const old = texts[line] ?? "";
  const text = `${old.charAt(valueStart - 1) === ":" ? "" : ":"} ${value}`;
  if (line === last && old.slice(valueStart) === text) return [];
  return [{ start: { line, character: valueStart }, end: { line: last, character: (texts[last] ?? "").length }, text }];
}

/** Takes the line end above along, so that a last line without a line end leaves none behind. */
function removeHeader({ texts }: Lines, { line, last }: HeaderLine): TextEdit {
  return {
    start: { line: line - 1, character: (texts[line - 1] ?? "").length },
    end: { line: last, character: (texts[last] ?? "").length },
    text: "",
  };
}
