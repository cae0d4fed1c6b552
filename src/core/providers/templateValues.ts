import {
  type ExactJson,
  type ExactObject,
  exactOf,
  exactText,
  isExactList,
  isExactNumber,
  isExactObject,
  memberOf,
} from "../exactJson.ts";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json.ts";
import { jsonText } from "../jsonText.ts";
import type { Template } from "./provider.ts";

/** Input values by id, as a form holds them. */
type Values = Record<string, string>;

const placeholder = /\{([A-Za-z]\w*)(?::([a-z]+))?\}/g;
const onePlaceholder = new RegExp(`^${placeholder.source}$`);

/**
 * The inverse of `fillTemplate`: the values that give what a filled template shows, in `filled`. Placeholders that are
 * no inputs are among them too. What no value gives is left to the caller to find out, by filling the template again.
 */
export function templateValues(template: Template, filled: ExactJson | undefined): Values {
  const values: Values = {};
  read(template, filled, values);
  return values;
}

function read(template: Template, filled: ExactJson | undefined, values: Values): void {
  if (typeof template === "string") readText(template, filled, values);
  if (isJsonArray(template)) readElements(template, filled, values);
  if (!isJsonObject(template)) return;
  if (typeof template["$if"] === "string") readChoice(template, filled, values);
  else if (isJsonArray(template["$merge"])) readMerged(template["$merge"], filled, values);
  else readMembers(template, isExactObject(filled) ? filled : none, values);
}

const none: ExactObject = { members: [] };

function readMembers(template: JsonObject, filled: ExactObject, values: Values): void {
  for (const [member, part] of Object.entries(template)) read(part, memberOf(filled, member), values);
}

/** Elements can be told apart by their place only where none is left out. */
function readElements(template: readonly Json[], filled: ExactJson | undefined, values: Values): void {
  if (!isExactList(filled) || filled.length !== template.length) return;
  for (const [index, part] of template.entries()) read(part, filled[index], values);
}

/** Which branch gave the value cannot always be told; a branch without placeholders can, by being the value. */
function readChoice(template: JsonObject, filled: ExactJson | undefined, values: Values): void {
  const { $if: input, $then: chosen, $else: other } = template;
  if (typeof input !== "string") return;
  if (chosen !== undefined && filled !== undefined && exactText(exactOf(chosen)) === exactText(filled)) {
    values[input] = "true";
  } else if (other !== undefined) read(other, filled, values);
}

/** A part that takes any member takes all that no part before it names. Behind it only what is absent tells something. */
function readMerged(parts: readonly Json[], filled: ExactJson | undefined, values: Values): void {
  let rest = isExactObject(filled) ? filled.members : [];
  let taken = false;
  for (const part of parts) {
    if (typeof part === "string") {
      read(part, { members: rest }, values);
      taken = true;
    } else if (isJsonObject(part)) {
      for (const [member, template] of Object.entries(part)) {
        const value = memberOf({ members: rest }, member);
        if (!taken || value === undefined) read(template, value, values);
        if (!taken) rest = rest.filter(([name]) => name !== member);
      }
    }
  }
}

function readText(template: string, filled: ExactJson | undefined, values: Values): void {
  const [, name, filter] = onePlaceholder.exec(template) ?? [];
  if (name === undefined) {
    readPieces(template, filled, values);
    return;
  }
  const text = filter === undefined ? plainText(filled) : inverses[filter]?.(filled);
  if (text !== undefined) values[name] = text;
}

/** A text with placeholders inside, such as `Partner:{siteId}`. Two that touch part at the first slash, as a host and its path do. */
function readPieces(template: string, filled: ExactJson | undefined, values: Values): void {
  const names = [...template.matchAll(placeholder)].map(([, name = ""]) => name);
  const literals = template.split(/\{[^{}]*\}/).map(escaped);
  const match = typeof filled === "string" ? new RegExp(`^${literals.reduce(joined)}$`).exec(filled) : null;
  names.forEach((name, index) => {
    const text = match?.[index + 1];
    if (text !== undefined) values[name] = text;
  });
}

const joined = (before: string, literal: string, place: number, literals: readonly string[]) =>
  `${before}(${literal === "" && place < literals.length - 1 ? "[^/]+" : ".+"})${literal}`;

const escaped = (literal: string) => literal.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

function plainText(value: ExactJson | undefined): string | undefined {
  if (isExactNumber(value)) return value.digits;
  return typeof value === "string" || typeof value === "boolean" ? String(value) : undefined;
}

type Inverse = (value: ExactJson | undefined) => string | undefined;

/** What an input holds for what its filter gave; for nothing, what switches it off. No prototype, as for the filters. */
const inverses: Readonly<Record<string, Inverse>> = Object.assign(Object.create(null), {
  lines: (value) =>
    isExactList(value) ? value.map((item) => plainText(item) ?? exactText(item)).join("\n") : undefined,
  words: plainText,
  json: (value) => (isExactObject(value) && value.members.length > 0 ? jsonText(value, { unseen: true }) : undefined),
  optional: (value) => (value === undefined ? "none" : plainText(value)),
  time: (value) => (value === undefined ? "none" : plainText(value)),
  random: (value) => (value === undefined ? "0" : undefined),
} satisfies Record<string, Inverse>);
