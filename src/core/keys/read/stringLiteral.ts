interface Literal {
  readonly value: string;
  /** The offset behind its closing quote. */
  readonly end: number;
}

/** Up to the next quote or escape. In a pattern of its own, for one that repeats escapes would exhaust its stack. */
const plainParts = new Map([
  ['"', /[^"\\]*/y],
  ["'", /[^'\\]*/y],
  ["`", /[^`\\]*/y],
]);

const escape = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|(\r\n|[^]))/y;

/** What an escape stands for where that is not the character itself; an escaped line break continues the line. */
const escaped: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["\n", ""],
  ["\r\n", ""],
]);

/** The string literal that begins at `start`, in the syntax that most languages share; undefined where none does, or it has no end. */
export function stringAt(text: string, start: number): Literal | undefined {
  const plainPart = plainParts.get(text.charAt(start));
  if (plainPart === undefined) return undefined;
  const parts: string[] = [];
  for (let at = start + 1; at < text.length;) {
    plainPart.lastIndex = at;
    const plain = plainPart.exec(text)?.[0] ?? "";
    parts.push(plain);
    at += plain.length;
    if (text.charAt(at) === text.charAt(start)) return { value: parts.join(""), end: at + 1 };
    escape.lastIndex = at;
    const [whole, two, four = two, other = ""] = escape.exec(text) ?? [];
    if (whole === undefined) return undefined;
    parts.push(four === undefined ? (escaped.get(other) ?? other) : String.fromCharCode(Number.parseInt(four, 16)));
    at += whole.length;
  }
  return undefined;
}

/** What the string literals of a piece of source code are when they are put together, for each kind of quote that has several. */
export function joinedStrings(text: string): readonly string[] {
  return [...plainParts.keys()].flatMap((quote) => {
    const values: string[] = [];
    for (let start = text.indexOf(quote); start >= 0;) {
      const literal = stringAt(text, start);
      if (literal === undefined) break;
      values.push(literal.value);
      start = text.indexOf(quote, literal.end);
    }
    return values.length < 2 ? [] : [values.join("")];
  });
}
