/** What a piece of JSON text is (RFC 8259). `name`: a member's. `fault`: what cannot stand there, the last piece then. */
export type JsonKind = "{" | "}" | "[" | "]" | "," | ":" | "name" | "string" | "number" | "literal" | "fault";

export interface JsonLexeme {
  readonly kind: JsonKind;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** How many objects and arrays are open around it; a bracket is outside what it opens or closes. */
  readonly depth: number;
}

/** The deepest nesting that is read: what shows or signs JSON goes down into it by recursion. */
export const deepestJson = 200;

/** What may stand next. */
type Expected = "value" | "item or ]" | "name or }" | "name" | ":" | ", or }" | ", or ]" | "end";

const values: readonly JsonKind[] = ["{", "[", "string", "number", "literal"];

const allowed: { readonly [Each in Expected]: ReadonlySet<JsonKind> } = {
  value: new Set(values),
  "item or ]": new Set([...values, "]"]),
  "name or }": new Set(["name", "}"]),
  name: new Set(["name"]),
  ":": new Set([":"]),
  ", or }": new Set([",", "}"]),
  ", or ]": new Set([",", "]"]),
  end: new Set([]),
};

/**
 * The pieces of the JSON value that begins at `from`, one at a time, so that whoever has seen enough can stop. Takes what
 * JSON.parse takes, at any length and depth; what it does not take is a `fault` at the first piece that cannot stand there.
 */
export function* scanJson(text: string, from = 0): Generator<JsonLexeme, void, undefined> {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  let start = skipSpace(text, from);
  while (start < text.length) {
    const kind = kindAt(text, start, expected);
    const end = allowed[expected].has(kind) ? endOf(text, start, kind) : undefined;
    if (end === undefined) break;
    if (kind === "}" || kind === "]") open.pop();
    yield { kind, start, end, depth: open.length };
    if (kind === "{" || kind === "[") open.push(kind);
    expected = after(kind, open.at(-1));
    start = skipSpace(text, end);
  }
  if (expected !== "end" || start < text.length) yield { kind: "fault", start, end: start, depth: open.length };
}

function skipSpace(text: string, offset: number): number {
  let end = offset;
  while (isSpace(text.charCodeAt(end))) end += 1;
  return end;
}

const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** What a piece is by its first character. */
function kindAt(text: string, start: number, expected: Expected): JsonKind {
  const first = text.charAt(start);
  switch (first) {
    case "{":
    case "}":
    case "[":
    case "]":
    case ",":
    case ":":
      return first;
    case '"':
      return expected === "name" || expected === "name or }" ? "name" : "string";
    case "t":
    case "f":
    case "n":
      return "literal";
    default:
      return "number";
  }
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const literal = /true|false|null/y;

function endOf(text: string, start: number, kind: JsonKind): number | undefined {
  if (kind === "name" || kind === "string") return endOfString(text, start);
  if (kind === "number") return endOfMatch(number, text, start);
  return kind === "literal" ? endOfMatch(literal, text, start) : start + 1;
}

function endOfMatch(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

const plainPart = /[^"\\\u0000-\u001f]*/y;
const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** In two patterns, for one that repeats escapes would exhaust its stack in a long string. */
function endOfString(text: string, start: number): number | undefined {
  let at = endOfMatch(plainPart, text, start + 1);
  while (at !== undefined && text.charAt(at) !== '"') {
    const next = endOfMatch(escape, text, at);
    at = next === undefined ? undefined : endOfMatch(plainPart, text, next);
  }
  return at === undefined ? undefined : at + 1;
}

/** What may stand behind a piece, inside what is open then. */
function after(kind: JsonKind, inside: "{" | "[" | undefined): Expected {
  if (kind === "{") return "name or }";
  if (kind === "[") return "item or ]";
  if (kind === "name") return ":";
  if (kind === ":") return "value";
  if (kind === ",") return inside === "{" ? "name" : "value";
  if (inside === undefined) return "end";
  return inside === "{" ? ", or }" : ", or ]";
}

/** Whether a JSON text is nested more deeply than is read. */
export function isTooDeep(json: string): boolean {
  // Each level takes two characters and a bracket, so most texts need no second look.
  if (json.length <= 2 * deepestJson || json.split(/[{[]/, deepestJson + 2).length <= deepestJson + 1) return false;
  for (const { kind, depth } of scanJson(json)) if (depth >= deepestJson && (kind === "{" || kind === "[")) return true;
  return false;
}

/** The text that a JSON string stands for, quotes included in `literal`. */
export function stringIn(quoted: string): string {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  const text: unknown = JSON.parse(quoted);
  return String(text);
}
