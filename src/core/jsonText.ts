import { type ExactJson, type ExactObject, exactText, isExactList, isExactObject } from "./exactJson.ts";
import { visible } from "./visible.ts";

export interface JsonTextOptions {
  /** What stands behind a member of the outermost object, as a comment. */
  readonly comment?: (member: string, value: ExactJson) => string | undefined;
  /** The longest text or number that is shown whole, in characters; absent: any. */
  readonly longestText?: number;
  /** What fits on a line of so many characters, and has no comments, stands on one; absent: nothing does. */
  readonly lineLength?: number;
  /** Characters that cannot be seen stay as they are; absent: they are written out. */
  readonly unseen?: boolean;
}

/**
 * A value as indented JSON. Every text in it went through JSON.stringify, and what cannot be seen is written out, so that
 * no line of the result begins or ends anything of the format around it. Without options it is JSON again, digit for digit.
 */
export function jsonText({ members }: ExactObject, { comment, ...layout }: JsonTextOptions = {}): string {
  const written = members.map(([member, each]) => ({
    json: `${text(member, layout)}: ${write(each, 1, layout)}`,
    note: comment?.(member, each),
  }));
  if (written.length === 0) return "{}";
  const line = `{ ${written.map(({ json }) => json).join(", ")} }`;
  const fits = line.length <= (layout.lineLength ?? 0) && !line.includes("\n");
  if (fits && written.every(({ note }) => note === undefined)) return line;
  const lines = written.map(({ json, note }, index) => {
    const comma = index < written.length - 1 ? "," : "";
    return `  ${json}${comma}${note === undefined ? "" : ` // ${note}`}`;
  });
  return `{\n${lines.join("\n")}\n}`;
}

type Layout = Omit<JsonTextOptions, "comment">;

function write(value: ExactJson, depth: number, layout: Layout): string {
  if (typeof value === "string") return text(value, layout);
  const isList = isExactList(value);
  if (!isList && !isExactObject(value)) return cut(exactText(value), layout);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  const items = isList
    ? value.map((item) => write(item, depth + 1, layout))
    : value.members.map(([member, item]) => `${text(member, layout)}: ${write(item, depth + 1, layout)}`);
  if (items.length === 0) return `${open}${close}`;
  const line = `${open} ${items.join(", ")} ${close}`;
  if (line.length <= (layout.lineLength ?? 0) && !line.includes("\n")) return line;
  const indent = "  ".repeat(depth);
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}${close}`;
}

function text(value: string, layout: Layout): string {
  const json = JSON.stringify(cut(value, layout));
  return layout.unseen === true ? json : visible(json);
}

const cut = (value: string, { longestText = Infinity }: Layout) =>
  value.length > longestText ? `${value.slice(0, longestText)}…` : value;
