import { type Json, type JsonObject } from "./json.ts";
import { visible } from "./visible.ts";

export interface JsonTextOptions {
  /** What stands behind a member of the outermost object, as a comment. */
  readonly comment?: (member: string, value: Json) => string | undefined;
  /** The longest text that is shown whole, in characters; absent: any. */
  readonly longestText?: number;
}

/** What is nested deeper is left out: writing it could exhaust the stack. */
const DEEPEST = 200;

/**
 * A value as indented JSON. Every text in it went through JSON.stringify, and what cannot be seen is written out, so that
 * no line of the result begins or ends anything of the format around it. Without options it is JSON again.
 */
export function jsonText(value: JsonObject, { comment, longestText = Infinity }: JsonTextOptions = {}): string {
  const members = Object.entries(value);
  const lines = members.map(([member, each], index) => {
    const note = comment?.(member, each);
    const comma = index < members.length - 1 ? "," : "";
    return `  ${text(member, longestText)}: ${write(each, 1, longestText)}${comma}${note === undefined ? "" : ` // ${note}`}`;
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n}`;
}

function write(value: Json, depth: number, longest: number): string {
  if (typeof value === "string") return text(value, longest);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const items = Array.isArray(value)
    ? value.map((item: Json) => ({ name: "", item }))
    : Object.entries(value).map(([member, item]) => ({ name: `${text(member, longest)}: `, item }));
  if (items.length === 0) return `${open}${close}`;
  if (depth >= DEEPEST) return '"…"';
  const indent = "  ".repeat(depth);
  const lines = items.map(({ name, item }) => `${indent}  ${name}${write(item, depth + 1, longest)}`);
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

function text(value: string, longest: number): string {
  const cut = value.length > longest ? `${value.slice(0, longest)}…` : value;
  return visible(JSON.stringify(cut));
}
