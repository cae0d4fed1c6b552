import { isJsonArray, type Json } from "./json.ts";
import { deepestJson, type JsonKind, scanJson, stringIn } from "./jsonScan.ts";

/** A JSON value as a text has it: `JSON.parse` loses the digits of numbers, the order of members, and all but one of a name. */
export type ExactJson = null | boolean | string | ExactNumber | readonly ExactJson[] | ExactObject;

/** A number as it is written, such as 12345678901234567890 or 1.0. */
export interface ExactNumber {
  readonly digits: string;
}

export interface ExactObject {
  /** In their order. A name that a text gives twice is there twice; the last one counts, as for `JSON.parse`. */
  readonly members: readonly ExactMember[];
}

export type ExactMember = readonly [name: string, value: ExactJson];

export const isExactObject = (value: ExactJson | undefined): value is ExactObject =>
  typeof value === "object" && value !== null && "members" in value;

export const isExactNumber = (value: ExactJson | undefined): value is ExactNumber =>
  typeof value === "object" && value !== null && "digits" in value;

export const isExactList = (value: ExactJson | undefined): value is readonly ExactJson[] => Array.isArray(value);

export const memberOf = (object: ExactObject | undefined, name: string): ExactJson | undefined =>
  object?.members.findLast(([each]) => each === name)?.[1];

/** Whether an object in it has a name twice: readers differ on which of the two counts (RFC 8259 §4). */
export function repeatsName(value: ExactJson): boolean {
  if (isExactList(value)) return value.some(repeatsName);
  if (!isExactObject(value)) return false;
  const { members } = value;
  return new Set(members.map(([name]) => name)).size < members.length || members.some(([, item]) => repeatsName(item));
}

/** A value of this program's own. */
export function exactOf(value: Json): ExactJson {
  if (typeof value === "number") return { digits: String(value) };
  if (typeof value !== "object" || value === null) return value;
  if (isJsonArray(value)) return value.map(exactOf);
  return { members: Object.entries(value).map(([name, item]) => [name, exactOf(item)]) };
}

/** The JSON of a value, without white space. */
export function exactText(value: ExactJson): string {
  if (isExactNumber(value)) return value.digits;
  if (isExactList(value)) return `[${value.map(exactText).join(",")}]`;
  if (!isExactObject(value)) return JSON.stringify(value);
  return `{${value.members.map(([name, item]) => `${JSON.stringify(name)}:${exactText(item)}`).join(",")}}`;
}

/** The value of a JSON text; undefined for one that is not JSON or is nested more deeply than is read. */
export function readExact(text: string): ExactJson | undefined {
  let whole: ExactJson | undefined;
  let name = "";
  const open: Open[] = [];
  for (const { kind, start, end, depth } of scanJson(text)) {
    if (kind === "fault") return undefined;
    if (kind === "," || kind === ":") continue;
    if (kind === "name") name = stringIn(text.slice(start, end));
    else if (kind === "{" || kind === "[") {
      if (depth === deepestJson) return undefined;
      open.push({ name, members: [] });
    } else {
      const closed = kind === "}" || kind === "]" ? open.pop() : undefined;
      const value = closed === undefined ? scalarOf(kind, text.slice(start, end)) : valueOf(kind, closed);
      const around = open.at(-1);
      if (around === undefined) whole = value;
      else around.members.push([closed?.name ?? name, value]);
    }
  }
  return whole;
}

/** An object or array that is being read; the items of an array have names that mean nothing. */
interface Open {
  /** Its own name in what is around it. */
  readonly name: string;
  readonly members: ExactMember[];
}

const valueOf = (closer: JsonKind, { members }: Open): ExactJson =>
  closer === "}" ? { members } : members.map(([, item]) => item);

function scalarOf(kind: JsonKind, piece: string): ExactJson {
  if (kind === "string") return stringIn(piece);
  if (kind === "number") return { digits: piece };
  return piece === "null" ? null : piece === "true";
}
