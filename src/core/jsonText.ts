import type { Json, JsonObject } from "./json.ts";
import { visible } from "./visible.ts";

export interface JsonTextOptions {
  /** What stands behind a member of the outermost object, as a comment. */
  readonly comment?: (member: string, value: Json) => string | undefined;
  /** The longest text that is shown whole, in characters; absent: any. */
  readonly longestText?: number;
  /** What fits on a line of so many characters, and has no comments, stands on one; absent: nothing does. */
  readonly lineLength?: number;
}

/** What is nested deeper is left out: writing it could exhaust the stack. */
const DEEPEST = 200;

/**
 * A value as indented JSON. Every text in it went through JSON.stringify, and what cannot be seen is written out, so that
 * no line of the result begins or ends anything of the format around it. Without options it is JSON again.
 */
export function jsonText(value: JsonObject, { comment, ...layout }: JsonTextOptions = {}): string {
  const members = Object.entries(value).map(([member, each]) => ({
    json: `${text(member, layout)}: ${write(each, 1, layout)}`,
    note: comment?.(member, each),
  }));
  if (members.length === 0) return "{}";
  const line = `{ ${members.map(({ json }) => json).join(", ")} }`;
  const fits = line.length <= (layout.lineLength ?? 0) && !line.includes("\n");
  if (fits && members.every(({ note }) => note === undefined)) return line;
  const lines = members.map(({ json, note }, index) => {
    const comma = index < members.length - 1 ? "," : "";
    return `  ${json}${comma}${note === undefined ? "" : ` // ${note}`}`;
  });
  return `{\n${lines.join("\n")}\n}`;
}

type Layout = Omit<JsonTextOptions, "comment">;

function write(value: Json, depth: number, layout: Layout): string {
  if (typeof value === "string") return text(value, layout);
  // JSON has no word for what overflowed, and null would be another value: this overflows again.
  if (value === Infinity || value === -Infinity) return value > 0 ? "1e400" : "-1e400";
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (depth >= DEEPEST) return '"…"';
  const items = Array.isArray(value)
    ? value.map((item: Json) => write(item, depth + 1, layout))
    : Object.entries(value).map(([member, item]) => `${text(member, layout)}: ${write(item, depth + 1, layout)}`);
  if (items.length === 0) return `${open}${close}`;
  const line = `${open} ${items.join(", ")} ${close}`;
  if (line.length <= (layout.lineLength ?? 0) && !line.includes("\n")) return line;
  const indent = "  ".repeat(depth);
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}${close}`;
}

function text(value: string, { longestText = Infinity }: Layout): string {
  const cut = value.length > longestText ? `${value.slice(0, longestText)}…` : value;
  return visible(JSON.stringify(cut));
}
