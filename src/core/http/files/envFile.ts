import { isVariableName } from "../../profile.ts";
import { variableNameInvalid } from "../../variable.ts";
import type { SpanEdit } from "../lines.ts";

/**
 * `NAME=value` as dotenv reads it: an optional `export`, quotes around what may span lines, a comment behind.
 * The groups: up to the value, the name, the opening quote of the value, the value inside its quotes or without any.
 */
const assignment =
  /^([ \t\uFEFF]*(?:export[ \t]+)?([\w.-]+)[ \t]*(?:=|:(?=[ \t]))(?:[ \t]+(?=[^\s#]))?)(?:(["'`])((?:\\[^]|(?!\3)[^\\])*)\3|([^\r\n]*?))(?=[ \t]*(?:(?<=[ \t])#.*)?$)/gm;

interface Assignment {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The names that a `.env` text assigns, each once, in its order. */
export const namesInEnvFile = (text: string): readonly string[] => [
  ...new Set(assignmentsIn(text).map(({ name }) => name)),
];

/** The edits that give `name` its value wherever it is assigned, else on a new last line. Throws VARIABLE_NAME_INVALID. */
export function editsForEnvFile(text: string, name: string, value: string): readonly SpanEdit[] {
  const found = assignmentsIn(text).filter((candidate) => candidate.name === name);
  // Tools differ in whether the first or the last assignment counts, so all of them change.
  if (found.length > 0) return found.map(({ start, end }) => ({ start, end, text: value }));
  if (!isVariableName(name)) throw variableNameInvalid(name);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const line = `${name}=${value}`;
  const inLine = text !== "" && !text.endsWith("\n");
  return [{ start: text.length, end: text.length, text: inLine ? eol + line : line + eol }];
}

function assignmentsIn(text: string): Assignment[] {
  return [...text.matchAll(assignment)].map(
    ({ index, 1: lead = "", 2: name = "", 3: quote = "", 4: quoted, 5: bare }) => {
      const start = index + lead.length + quote.length;
      return { name, start, end: start + (quoted ?? bare ?? "").length };
    },
  );
}
