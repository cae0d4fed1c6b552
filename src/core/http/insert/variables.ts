import type { Block } from "../read/blocks.ts";
import type { Steps } from "../../steps.ts";
import {
  definitionLines,
  type Place,
  placeForNew,
  type Scope,
  sharedDefinitions,
  visibleDefinition,
} from "./definitions.ts";
import { quoted } from "../../visible.ts";
import { definitionAt } from "../read/grammar.ts";
import { insertAbove, insertBelow, type Lines, type TextEdit } from "../lines.ts";

interface VariableTarget {
  readonly block: Block;
  readonly authorization: string | undefined;
}

interface Credentials {
  readonly compact: string;
  readonly scheme: string | undefined;
}

interface VariablePlan {
  /** For each target, the Authorization value that refers to its variable. */
  readonly values: readonly string[];
  readonly edits: readonly TextEdit[];
  readonly warnings: readonly string[];
}

/** How an Authorization value names a variable. */
interface Reference {
  readonly name: string;
  /** With its braces as written: `{{ token }}`. */
  readonly text: string;
  /** The variable holds scheme and token, as in `Authorization: {{auth}}`. */
  readonly whole: boolean;
}

interface PlannedDefinition {
  readonly whole: boolean;
  readonly edits: readonly TextEdit[];
}

const referencePattern = /^(?:(\S+)\s+)?(\{\{\s*([A-Za-z_][\w-]*)\s*\}\})$/;

/** Defines or redefines the variables of `targets`. Targets that share a definition have it changed once. */
export function* planVariables(
  lines: Lines,
  targets: readonly VariableTarget[],
  scope: Scope,
  credentials: Credentials,
): Steps<VariablePlan> {
  const known = yield* definitionLines(lines.texts);
  const shared = yield* sharedDefinitions(lines.texts, scope);
  const names = new Set(scope.flatMap((block) => block.names));
  const titles = new Set(scope.map(({ title }) => title));
  const isTaken = (name: string) => known.has(name) || names.has(name) || titles.has(name);
  const free = plainReference(freeName(isTaken));
  const planned = new Map<string, PlannedDefinition>();
  const changed = new Map<number, string>();
  const values: string[] = [];
  for (const { block, authorization } of targets) {
    yield;
    let wanted = referenceOf(authorization, credentials);
    // A request or prompt of the name hides the variable in REST Client.
    const existing = names.has(wanted.name) ? undefined : visibleDefinition(lines.texts, wanted.name, block, shared);
    // A second definition of a name changes the other request's value in REST Client, where the last one wins.
    if (existing === undefined && isTaken(wanted.name)) wanted = free;
    const place = existing === undefined ? placeForNew(block, shared) : { below: existing };
    const key = `${JSON.stringify(place)} ${wanted.name}`;
    const value = spell(credentials, credentials.compact, wanted.whole);
    const definition = planned.get(key) ?? {
      whole: wanted.whole,
      edits:
        existing === undefined
          ? [define(lines, place, `@${wanted.name} = ${value}`)]
          : redefine(lines, existing, value),
    };
    planned.set(key, definition);
    if (existing !== undefined) changed.set(existing, wanted.name);
    values.push(spell(credentials, wanted.text, !definition.whole));
  }
  const edits = [...planned.values()].flatMap((definition) => definition.edits);
  return { values, edits, warnings: overruled(known, changed) };
}

/** `Bearer {{name}}` or `{{name}}`; anything else, also a plain token, becomes `{{token}}`. */
function referenceOf(authorization: string | undefined, { scheme = "Bearer" }: Credentials): Reference {
  const match = referencePattern.exec(authorization ?? "");
  const [, written, text, name] = match ?? [];
  if (text === undefined || name === undefined) return plainReference("token");
  if (written === undefined) return { name, text, whole: true };
  return written.toLowerCase() === scheme.toLowerCase() ? { name, text, whole: false } : plainReference("token");
}

function plainReference(name: string): Reference {
  return { name, text: `{{${name}}}`, whole: false };
}

function freeName(isTaken: (name: string) => boolean): string {
  let count = 2;
  while (isTaken(`token${count}`)) count++;
  return `token${count}`;
}

const spell = ({ scheme }: Credentials, text: string, withScheme: boolean) =>
  withScheme && scheme !== undefined ? `${scheme} ${text}` : text;

function define(lines: Lines, place: Place, definition: string): TextEdit {
  if ("below" in place) return insertBelow(lines, place.below, [definition]);
  return insertAbove(lines, place.above, [...place.separator, definition]);
}

/** Changes the value only. The old one's quotes go: REST Client would send them. */
function redefine({ texts }: Lines, line: number, value: string): TextEdit[] {
  const old = texts[line] ?? "";
  const valueStart = definitionAt(old)?.valueStart ?? old.length;
  const empty = valueStart === old.length;
  const start = empty ? old.trimEnd().length : valueStart;
  const text = empty ? `${old.includes("=") ? "" : " ="} ${value}` : value;
  if (old.slice(start) === text) return [];
  return [{ start: { line, character: start }, end: { line, character: old.length }, text }];
}

/** Warns of later definitions that keep their old value: REST Client takes a file's last one for every request. */
function overruled(
  known: ReadonlyMap<string, readonly number[]>,
  changed: ReadonlyMap<number, string>,
): readonly string[] {
  const later = new Map<string, number>();
  for (const [line, name] of changed) {
    const last = known.get(name)?.at(-1);
    if (last !== undefined && last > line && !changed.has(last)) later.set(name, last);
  }
  return [...later].map(
    ([name, line]) =>
      `Line ${line + 1} defines ${quoted(name)} too, and REST Client uses the last definition of a file. Rename one of them.`,
  );
}
