import { isVariableName } from "../../profile.ts";
import type { Steps } from "../../steps.ts";
import { variableNameInvalid } from "../../variable.ts";
import type { SpanEdit } from "../lines.ts";
import { assignmentsIn } from "./assignments.ts";

/** The names that a `.env` text assigns, each once, in its order. */
export function* namesInEnvFile(text: string): Steps<readonly string[]> {
  const names = new Set<string>();
  for (const assignment of assignmentsIn(text)) {
    if (assignment !== undefined) names.add(assignment.name);
    yield;
  }
  return [...names];
}

/** The edits that give `name` its value wherever it is assigned, else on a new last line. Throws VARIABLE_NAME_INVALID. */
export function* editsForEnvFile(text: string, name: string, value: string): Steps<readonly SpanEdit[]> {
  const edits: SpanEdit[] = [];
  for (const assignment of assignmentsIn(text)) {
    // Tools differ in whether the first or the last assignment counts, so all of them change.
    if (assignment?.name === name) edits.push({ start: assignment.start, end: assignment.end, text: value });
    yield;
  }
  if (edits.length > 0) return edits;
  if (!isVariableName(name)) throw variableNameInvalid(name);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const line = `${name}=${value}`;
  const inLine = text !== "" && !text.endsWith("\n");
  return [{ start: text.length, end: text.length, text: inLine ? eol + line : line + eol }];
}
