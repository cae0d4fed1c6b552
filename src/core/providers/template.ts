import {
  type ExactJson,
  type ExactMember,
  type ExactObject,
  exactOf,
  isExactObject,
  readExact,
  repeatsName,
} from "../exactJson.ts";
import { isJsonArray, type Json, type JsonObject } from "../json.ts";
import { type JsonFault, jsonFault } from "../jsonFault.ts";
import { deepestJson } from "../jsonScan.ts";
import { positionOf } from "../keys/read/inputText.ts";
import { quoted } from "../visible.ts";
import { inputInvalid } from "./errors.ts";
import { fillText } from "./fillText.ts";
import { fillPlaceholders } from "./placeholders.ts";
import type { InputValues, Template } from "./provider.ts";
import { parseTime } from "./time.ts";

/** What placeholders stand for besides the inputs. */
export interface TemplateContext {
  readonly values: InputValues;
  /** Placeholders that the product fills: `alg`, `issued`, `expiry`, `kid` … Undefined: no value. */
  readonly builtIns: Readonly<Record<string, Json | undefined>>;
  /** Random bytes in base64url. */
  readonly random: (bytes: number) => string;
  /** The NumericDate that "now" means. */
  readonly now: number;
  /** Whether placeholders in what the user typed as JSON are filled in. */
  readonly fillsJson?: boolean;
}

const placeholder = /\{([A-Za-z]\w*)(?::([a-z]+))?\}/g;

/**
 * Fills a template in. Members and elements without a value are left out, in the order of the template.
 * Throws INPUT_INVALID where a value cannot be read as its placeholder asks.
 */
export function fillTemplate(template: Template, context: TemplateContext): ExactJson | undefined {
  if (typeof template === "string") {
    return fillText(template, placeholder, (name, filter) => resolve(name, filter, context));
  }
  if (typeof template !== "object" || template === null) return exactOf(template);
  if (isJsonArray(template))
    return template.map((item) => fillTemplate(item, context)).filter((item) => item !== undefined);
  if (typeof template["$if"] === "string") {
    const branch = template[hasValue(context.values, template["$if"]) ? "$then" : "$else"];
    return branch === undefined ? undefined : fillTemplate(branch, context);
  }
  const merged = template["$merge"];
  return isJsonArray(merged) ? mergeObjects(merged, context) : fillMembers(template, context);
}

/** Whether an input is filled in: an empty text and a flag that is off are not. */
export function hasValue(values: InputValues, id: string): boolean {
  const value = Object.hasOwn(values, id) ? values[id] : undefined;
  return value !== undefined && value !== false && value !== "false" && String(value).trim() !== "";
}

/** An input's value as text, without the white space that comes along when pasting; undefined where it is empty. */
export const inputText = (values: InputValues, id: string): string | undefined =>
  hasValue(values, id) ? String(values[id]).trim() : undefined;

function fillMembers(template: JsonObject, context: TemplateContext): ExactObject {
  const members = Object.entries(template).flatMap(([member, value]): ExactMember[] => {
    const filled = fillTemplate(value, context);
    return filled === undefined ? [] : [[member, filled]];
  });
  return { members };
}

function mergeObjects(templates: readonly Json[], context: TemplateContext): ExactObject {
  const members = new Map<string, ExactJson>();
  for (const template of templates) {
    const filled = fillTemplate(template, context);
    if (!isExactObject(filled)) continue;
    for (const [member, value] of filled.members) if (!members.has(member)) members.set(member, value);
  }
  return { members: [...members] };
}

function resolve(name: string, filter: string | undefined, context: TemplateContext): ExactJson | undefined {
  if (Object.hasOwn(context.builtIns, name)) return ifAny(context.builtIns[name]);
  const text = inputText(context.values, name);
  if (text === undefined || filter === undefined) return text;
  return filters[filter]?.(text, context, name);
}

const ifAny = (value: Json | undefined) => (value === undefined ? undefined : exactOf(value));

type Filter = (text: string, context: TemplateContext, name: string) => ExactJson | undefined;

/** How a placeholder such as `{scope:lines}` reads its input. No prototype, so that only these are filters. */
const filters: Readonly<Record<string, Filter>> = Object.assign(Object.create(null), {
  lines: (text) => text.split(/\r?\n/).flatMap((line) => (line.trim() === "" ? [] : [line.trim()])),
  words: (text) => text.split(/\s+/).join(" "),
  json: (text, context, name) => typedObject(name, text, context),
  random: (text, { random }) => (Number(text) > 0 ? random(Number(text)) : undefined),
  optional: (text) => (text === "none" ? undefined : text),
  time: (text, { now }, name) => ifAny(parseTime(text, now, name)),
} satisfies Record<string, Filter>);

/** A JSON object that the user typed, its placeholders filled in where that is wanted. Throws INPUT_INVALID. */
export function typedObject(label: string, text: string, { fillsJson, builtIns }: TemplateContext): ExactObject {
  const object = parseJsonObject(label, text);
  return fillsJson === true ? fillPlaceholders(label, object, (name) => ifAny(builtIns[name])) : object;
}

/** Reads a JSON object that the user typed, as it was typed. Throws INPUT_INVALID. `label` names it in the message. */
export function parseJsonObject(label: string, text: string): ExactObject {
  const value = readExact(text);
  const fault = value === undefined || repeatsName(value) ? jsonFault(text) : undefined;
  if (fault !== undefined) throw inputInvalid(label, faultWords(fault, text));
  if (!isExactObject(value)) throw inputInvalid(label, 'it must be a JSON object such as {"sub": "alice"}');
  return value;
}

function faultWords({ kind, offset, name = "" }: JsonFault, text: string): string {
  const { line, column } = positionOf(text, offset);
  const place = `line ${line}, column ${column}`;
  switch (kind) {
    case "syntax":
      return `${place} is not valid JSON (names and texts in double quotes, no comma after the last member)`;
    case "repeated name":
      return `${place} names ${quoted(name)} again, and an object can have each name only once`;
    case "depth":
      return `${place} is nested more than ${deepestJson} deep`;
  }
}
