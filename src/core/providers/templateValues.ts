import { isJsonObject, type Json, type JsonObject } from "../json.ts";
import type { Template } from "./provider.ts";

/** Input values by id, as a form holds them. */
type Values = Record<string, string>;

const placeholder = /\{([A-Za-z]\w*)(?::([a-z]+))?\}/g;
const onePlaceholder = new RegExp(`^${placeholder.source}$`);

/**
 * The inverse of `fillTemplate`: the values that give what a filled template shows, in `filled`. Placeholders that are
 * no inputs are among them too. What no value gives is left to the caller to find out, by filling the template again.
 */
export function templateValues(template: Template, filled: Json | undefined): Values {
  const values: Values = {};
  read(template, filled, values);
  return values;
}

function read(template: Template, filled: Json | undefined, values: Values): void {
  if (typeof template === "string") readText(template, filled, values);
  if (!isJsonObject(template)) return;
  if (typeof template["$if"] === "string") readChoice(template, filled, values);
  else if (isArray(template["$merge"])) readMerged(template["$merge"], filled, values);
  else readMembers(template, isJsonObject(filled) ? filled : {}, values);
}

const isArray = (value: unknown): value is readonly Json[] => Array.isArray(value);

function readMembers(template: JsonObject, filled: JsonObject, values: Values): void {
  for (const [member, part] of Object.entries(template)) read(part, own(filled, member), values);
}

const own = (object: JsonObject, member: string) => (Object.hasOwn(object, member) ? object[member] : undefined);

/** Which branch gave the value cannot always be told; a branch without placeholders can, by being the value. */
function readChoice(template: JsonObject, filled: Json | undefined, values: Values): void {
  const { $if: input, $then: chosen, $else: other } = template;
  if (typeof input !== "string") return;
  if (chosen !== undefined && JSON.stringify(chosen) === JSON.stringify(filled)) values[input] = "true";
  else if (other !== undefined) read(other, filled, values);
}

/** A part that takes any member takes all that no part before it names. Behind it only what is absent tells something. */
function readMerged(parts: readonly Json[], filled: Json | undefined, values: Values): void {
  const rest = new Map(Object.entries(isJsonObject(filled) ? filled : {}));
  let taken = false;
  for (const part of parts) {
    if (typeof part === "string") {
      read(part, Object.fromEntries(rest), values);
      taken = true;
    } else if (isJsonObject(part)) {
      for (const [member, template] of Object.entries(part)) {
        if (!taken || !rest.has(member)) read(template, rest.get(member), values);
        if (!taken) rest.delete(member);
      }
    }
  }
}

function readText(template: string, filled: Json | undefined, values: Values): void {
  const [, name, filter] = onePlaceholder.exec(template) ?? [];
  if (name === undefined) {
    readPieces(template, filled, values);
    return;
  }
  const text = filter === undefined ? plainText(filled) : inverses[filter]?.(filled);
  if (text !== undefined) values[name] = text;
}

/** A text with placeholders inside, such as `Partner:{siteId}`. */
function readPieces(template: string, filled: Json | undefined, values: Values): void {
  const names = [...template.matchAll(placeholder)].map(([, name = ""]) => name);
  const literals = template.split(/\{[^{}]*\}/).map(escaped);
  const match = typeof filled === "string" ? new RegExp(`^${literals.join("(.+)")}$`).exec(filled) : null;
  names.forEach((name, index) => {
    const text = match?.[index + 1];
    if (text !== undefined) values[name] = text;
  });
}

const escaped = (literal: string) => literal.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

const plainText = (value: Json | undefined): string | undefined =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;

type Inverse = (value: Json | undefined) => string | undefined;

/** What an input holds for what its filter gave; for nothing, what switches it off. No prototype, as for the filters. */
const inverses: Readonly<Record<string, Inverse>> = Object.assign(Object.create(null), {
  lines: (value) => (isArray(value) ? value.map(String).join("\n") : undefined),
  json: (value) => (isJsonObject(value) && Object.keys(value).length > 0 ? JSON.stringify(value, null, 2) : undefined),
  optional: (value) => (value === undefined ? "none" : plainText(value)),
  time: (value) => (value === undefined ? "none" : plainText(value)),
  random: (value) => (value === undefined ? "0" : undefined),
} satisfies Record<string, Inverse>);
