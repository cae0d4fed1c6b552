/** A member of a JSON object (RFC 8259 §4) and where its value stands. */
export interface Member {
  readonly name: string;
  /** What stands between the member and the brace or comma before it. */
  readonly space: string;
  readonly start: number;
  readonly end: number;
}

const token = /[{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+/g;

/** The members of the object that opens at `offset` of a text that is valid JSON, without those of objects inside. */
export function membersOf(text: string, offset: number): readonly Member[] {
  const members: Member[] = [];
  let depth = 0;
  let before = offset + 1;
  let key: { readonly name: string; readonly space: string } | undefined;
  let start: number | undefined;
  for (const { 0: found, index } of text.slice(offset).matchAll(token)) {
    const at = offset + index;
    if (depth === 1) {
      if (found === ",") before = at + 1;
      else if (key === undefined) key = { name: unquote(found), space: text.slice(before, at) };
      else if (found !== ":") start = at;
    }
    if (found === "{" || found === "[") depth += 1;
    if (found === "}" || found === "]") depth -= 1;
    if (depth === 0) break;
    if (depth === 1 && key !== undefined && start !== undefined) {
      members.push({ ...key, start, end: at + found.length });
      [key, start] = [undefined, undefined];
    }
  }
  return members;
}

/** The closing brace comes here as well, and is no key. */
const unquote = (found: string) => (found.startsWith('"') ? String(JSON.parse(found)) : "");
