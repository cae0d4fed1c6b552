import { visible } from "../../src/core/visible.ts";

type JsonKind = "member" | "string" | "number" | "literal" | "plain";

export interface JsonToken {
  readonly kind: JsonKind;
  readonly text: string;
  /** Where the member of the outermost object stands that this is a piece of. */
  readonly member?: Span;
}

/** A stretch of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const lexeme = /"[^"\\]*(?:\\.[^"\\]*)*"|[-+.\dEe]+|true|false|null|[[\]{},:]/g;

/** What is laid out at once: more would be felt as a pause. */
const FIRST_LEXEMES = 2000;
// Bounds for hostile tokens: a megabyte of brackets would otherwise stop the page.
const MAX_LEXEMES = 50_000;
const MAX_TEXT = 10_000;
const MAX_INDENT = 40;

/**
 * JSON text laid out over lines, two spaces a level, and split by what each piece is. The text itself is kept and not
 * read as values, so that a number beyond 2^53 or a member that stands twice is shown as the token has it. Of a long
 * text the first part, unless all is asked for.
 */
export function layOutJson(json: string, extent: "first" | "all" = "first"): readonly JsonToken[] {
  const most = extent === "all" ? MAX_LEXEMES : FIRST_LEXEMES;
  const lexemes = [...takeSome(json.matchAll(lexeme), most + 1)];
  const isCut = lexemes.length > most;
  if (isCut) lexemes.pop();
  const members = membersOf(lexemes);
  const tokens: JsonToken[] = [];
  let depth = 0;
  const line = () => `\n${"  ".repeat(Math.min(depth, MAX_INDENT))}`;
  lexemes.forEach(([text], index) => {
    const [before, after] = [lexemes[index - 1]?.[0], lexemes[index + 1]?.[0]];
    const member = members[index];
    const push = (kind: JsonKind, piece: string) =>
      tokens.push(member === undefined ? { kind, text: piece } : { kind, text: piece, member });
    if (text === "{" || text === "[") {
      depth++;
      push("plain", isClosing(after) ? text : text + line());
    } else if (isClosing(text)) {
      depth--;
      push("plain", before === "{" || before === "[" ? text : line() + text);
    } else if (text === ",") push("plain", text + line());
    else if (text === ":") push("plain", ": ");
    else push(kindOf(text, after), visible(shorten(text)));
  });
  if (isCut) tokens.push({ kind: "plain", text: "\n… (the rest is not shown)" });
  return tokens;
}

/** Whether a part of a JSON text is left out unless all of it is asked for. */
export const isFolded = (json: string): boolean =>
  [...takeSome(json.matchAll(lexeme), FIRST_LEXEMES + 1)].length > FIRST_LEXEMES;

/** For each lexeme the member of the outermost object that it belongs to; the object's own marks belong to none. */
function membersOf(lexemes: readonly RegExpExecArray[]): readonly (Span | undefined)[] {
  let depth = 0;
  let member: { start: number; end: number } | undefined;
  return lexemes.map(({ 0: text, index }, at) => {
    if (text === "{" || text === "[") depth++;
    else if (isClosing(text)) depth--;
    if (depth === 0 || (depth === 1 && text === ",")) member = undefined;
    else if (depth === 1 && text.startsWith('"') && lexemes[at + 1]?.[0] === ":") member = { start: index, end: index };
    if (member !== undefined) member.end = index + text.length;
    return member;
  });
}

function* takeSome<T>(items: Iterable<T>, most: number): Generator<T> {
  let taken = 0;
  for (const item of items) {
    if (taken++ === most) return;
    yield item;
  }
}

const isClosing = (text: string | undefined) => text === "}" || text === "]";

function kindOf(text: string, after: string | undefined): JsonKind {
  if (text.startsWith('"')) return after === ":" ? "member" : "string";
  return /^[tfn]/.test(text) ? "literal" : "number";
}

/** A text whose middle is left out where it is too long to show. */
export function shorten(text: string, max = MAX_TEXT): string {
  const half = max / 2;
  return text.length <= max
    ? text
    : `${text.slice(0, half)} … (${text.length - max} characters more) … ${text.slice(-half)}`;
}
