/** A value that a text gives a name. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/**
 * `NAME=value` with or without `export`, `set`, `ENV` or `$env:`; a member of YAML, JSON, Java properties or Terraform. In front
 * may stand the dash of a list.
 */
const assignment =
  /^([ \t]*)(?:- )?(?:(?:export|set|setx|ENV|const|let|var) +|\$(?:env:)?)?["']?([A-Za-z_][\w./-]{0,99})["']?[ \t]*[=:][ \t]*(.*)$/;

/** The values that a text gives names, of any length, unquoted and with their lines joined. Linear in the text's length. */
export function namedValues(text: string): readonly NamedValue[] {
  const lines = text.split(/\r\n|\r|\n/);
  const found: NamedValue[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, indent = "", name, first = ""] = assignment.exec(lines[at] ?? "") ?? [];
    if (name === undefined) continue;
    const [value, taken] = valueAt(lines, at + 1, first.trim(), indent.length);
    found.push({ name, value: unquoted(value) });
    at += taken;
  }
  return found;
}

/** A value that begins with `first`, and how many of the lines from `next` on belong to it. */
function valueAt(lines: readonly string[], next: number, first: string, indent: number): readonly [string, number] {
  const tag = /^<<[-~]?["']?(\w+)["']?$/.exec(first)?.[1];
  if (tag !== undefined) {
    const end = lineFrom(lines, next, (line) => line.trim() === tag);
    return [lines.slice(next, end).join("\n"), end + 1 - next];
  }
  if (/^[|>][+-]?\d?(?: #.*)?$/.test(first)) {
    const end = lineFrom(lines, next, (line) => line.trim() !== "" && indentOf(line) <= indent);
    return [lines.slice(next, end).join("\n"), end - next];
  }
  const quote = /^["'`]/.exec(first)?.[0];
  if (quote !== undefined && !first.slice(1).includes(quote)) {
    const end = lineFrom(lines, next, (line) => line.includes(quote));
    return [[first, ...lines.slice(next, end + 1)].join("\n"), end + 1 - next];
  }
  const end = first.endsWith("\\") ? lineFrom(lines, next, (line) => !line.endsWith("\\")) : next - 1;
  const pieces = [first, ...lines.slice(next, end + 1)].map((line) => line.trim().replace(/\\$/, ""));
  return [pieces.join(""), end + 1 - next];
}

/** The index of the first line from `next` on that ends something; the number of lines where none does. */
function lineFrom(lines: readonly string[], next: number, ends: (line: string) => boolean): number {
  let at = next;
  while (at < lines.length && !ends(lines[at] ?? "")) at += 1;
  return at;
}

const indentOf = (line: string) => line.length - line.trimStart().length;

/** Without the quotes around it, what ends a member or statement, and a comment. */
function unquoted(value: string): string {
  const [, quote = "", inner] = /^(["'`])([^]*)\1[ \t]*[,;]?[ \t]*(?:#.*)?$/.exec(value.trim()) ?? [];
  if (inner !== undefined) return quote === '"' ? inner.replaceAll('\\"', '"') : inner;
  return value
    .replace(/[ \t]+#.*$/, "")
    .replace(/[,;][ \t]*$/, "")
    .trim();
}
