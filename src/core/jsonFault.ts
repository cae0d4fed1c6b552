/**
 * Where a text stops being JSON (RFC 8259): the offset of the first token that cannot stand there.
 * Engines differ in their messages, and quote the input in them; this tells the place alone.
 */
export function jsonFaultAt(text: string): number {
  const open: string[] = [];
  let expected = "value";
  for (let offset = skipSpace(text, 0); offset < text.length;) {
    token.lastIndex = offset;
    const found = token.exec(text)?.[0] ?? "";
    const next = found === "" ? undefined : after(expected, kindOf(found), open);
    if (next === undefined) return offset;
    expected = next;
    offset = skipSpace(text, token.lastIndex);
  }
  return text.length;
}

const token =
  /[{}[\],:]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function skipSpace(text: string, offset: number): number {
  let end = offset;
  while (/[ \t\n\r]/.test(text.charAt(end))) end++;
  return end;
}

const kindOf = (found: string): string => {
  if (found.startsWith('"')) return "string";
  return /^[{}[\],:]/.test(found) ? found : "scalar";
};

/** What may follow, or undefined when `kind` cannot stand where `expected` is. `open` holds the closers to come. */
function after(expected: string, kind: string, open: string[]): string | undefined {
  if (expected.includes("key") && kind === "string") return ":";
  if (expected === ":" && kind === ":") return "value";
  if (expected.includes("value") && kind === "{") return opened(open, "}", "key");
  if (expected.includes("value") && kind === "[") return opened(open, "]", "value");
  const isValue = expected.includes("value") && (kind === "string" || kind === "scalar");
  const closes = kind === open.at(-1) && (expected.endsWith(kind) || expected === "more");
  if (closes) open.pop();
  if (isValue || closes) return open.length === 0 ? "end" : "more";
  if (expected === "more" && kind === ",") return open.at(-1) === "}" ? "key" : "value";
  return undefined;
}

function opened(open: string[], closer: string, first: string): string {
  open.push(closer);
  return `${first} or ${closer}`;
}
