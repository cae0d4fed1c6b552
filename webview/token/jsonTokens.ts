import { type JsonKind, type JsonLexeme, scanJson } from "../../src/core/jsonScan.ts";
import { visible } from "../../src/core/visible.ts";

export interface JsonToken {
  readonly kind: "member" | "string" | "number" | "literal" | "plain";
  readonly text: string;
  /** Where the member of the outermost object stands that this is a piece of. */
  readonly member?: Span;
}

/** A stretch of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

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
  const lexemes = lexemesOf(json, most + 1);
  const isCut = lexemes.length > most;
  if (isCut) lexemes.pop();
  const members = membersOf(lexemes);
  const tokens = lexemes.map((lexeme, index): JsonToken => {
    const piece = json.slice(lexeme.start, lexeme.end);
    const text = laidOut(piece, lexeme, [lexemes[index - 1]?.kind, lexemes[index + 1]?.kind]);
    const [kind, member] = [kinds.get(lexeme.kind) ?? "plain", members[index]];
    return member === undefined ? { kind, text } : { kind, text, member };
  });
  return isCut ? [...tokens, { kind: "plain", text: "\n… (the rest is not shown)" }] : tokens;
}

const kinds: ReadonlyMap<JsonKind, JsonToken["kind"]> = new Map([
  ["name", "member"],
  ["string", "string"],
  ["number", "number"],
  ["literal", "literal"],
]);

type Neighbours = readonly [before: JsonKind | undefined, after: JsonKind | undefined];

function laidOut(piece: string, { kind, depth }: JsonLexeme, [before, after]: Neighbours): string {
  if (kind === ":") return ": ";
  if (kind === ",") return piece + line(depth);
  if (isOpening(kind)) return isClosing(after) ? piece : piece + line(depth + 1);
  if (isClosing(kind)) return isOpening(before) ? piece : line(depth) + piece;
  return visible(shorten(piece));
}

const line = (depth: number) => `\n${"  ".repeat(Math.min(depth, MAX_INDENT))}`;

/** The pieces of a JSON text, this many at most; of a text that stops being JSON those before. */
function lexemesOf(json: string, most: number): JsonLexeme[] {
  const lexemes: JsonLexeme[] = [];
  for (const lexeme of scanJson(json)) {
    if (lexeme.kind === "fault" || lexemes.length === most) break;
    lexemes.push(lexeme);
  }
  return lexemes;
}

/** Whether a part of a JSON text is left out unless all of it is asked for. */
export const isFolded = (json: string): boolean => lexemesOf(json, FIRST_LEXEMES + 1).length > FIRST_LEXEMES;

/** For each lexeme the member of the outermost object that it belongs to; the object's own marks belong to none. */
function membersOf(lexemes: readonly JsonLexeme[]): readonly (Span | undefined)[] {
  let member: { start: number; end: number } | undefined;
  return lexemes.map(({ kind, start, end, depth }) => {
    if (depth === 0 || (depth === 1 && kind === ",")) member = undefined;
    else if (depth === 1 && kind === "name") member = { start, end };
    if (member !== undefined) member.end = end;
    return member;
  });
}

const isOpening = (kind: JsonKind | undefined) => kind === "{" || kind === "[";
const isClosing = (kind: JsonKind | undefined) => kind === "}" || kind === "]";

/** A text whose middle is left out where it is too long to show. */
export function shorten(text: string, max = MAX_TEXT): string {
  const half = max / 2;
  return text.length <= max
    ? text
    : `${text.slice(0, half)} … (${text.length - max} characters more) … ${text.slice(-half)}`;
}
