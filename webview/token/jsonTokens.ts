type JsonKind = "member" | "string" | "number" | "literal" | "plain";

export interface JsonToken {
  readonly kind: JsonKind;
  readonly text: string;
}

const lexeme = /"[^"\\]*(?:\\.[^"\\]*)*"|[-+.\dEe]+|true|false|null|[[\]{},:]/g;

// Bounds for hostile tokens: a megabyte of brackets would otherwise stop the page.
const MAX_LEXEMES = 5000;
const MAX_TEXT = 10_000;
const MAX_INDENT = 40;

/**
 * JSON text laid out over lines, two spaces a level, and split by what each piece is. The text itself is kept and not
 * read as values, so that a number beyond 2^53 or a member that stands twice is shown as the token has it.
 */
export function layOutJson(json: string): readonly JsonToken[] {
  const lexemes = [...takeSome(json.matchAll(lexeme))].map(([text]) => text);
  const tokens: JsonToken[] = [];
  let depth = 0;
  const plain = (text: string) => tokens.push({ kind: "plain", text });
  const line = () => `\n${"  ".repeat(Math.min(depth, MAX_INDENT))}`;
  lexemes.forEach((text, index) => {
    const [before, after] = [lexemes[index - 1], lexemes[index + 1]];
    if (text === "{" || text === "[") {
      depth++;
      plain(isClosing(after) ? text : text + line());
    } else if (isClosing(text)) {
      depth--;
      plain(before === "{" || before === "[" ? text : line() + text);
    } else if (text === ",") plain(text + line());
    else if (text === ":") plain(": ");
    else tokens.push({ kind: kindOf(text, after), text: visible(shorten(text)) });
  });
  if (lexemes.length === MAX_LEXEMES) plain("\n… (the rest is not shown)");
  return tokens;
}

function* takeSome<T>(items: Iterable<T>): Generator<T> {
  let taken = 0;
  for (const item of items) {
    if (taken++ === MAX_LEXEMES) return;
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

const invisible = /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g;

/** Characters that hide or reorder others (bidi controls, zero-width) as JSON escapes, so that they deceive nobody. */
const visible = (text: string) =>
  text.replaceAll(invisible, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
