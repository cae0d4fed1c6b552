import { isJsonObject, jsonIn } from "../../json.ts";
import { jsonFaultAt } from "../../jsonFault.ts";
import { positionOf } from "../../keys/read/inputText.ts";
import { environmentFileInvalid, environmentFileTooLong, environmentNotObject } from "../errors.ts";
import type { Steps } from "../../steps.ts";
import { membersOf, type Member } from "./jsonMembers.ts";
import type { SpanEdit } from "../lines.ts";

/** The longest text that is read, in characters: JSON is read at once. */
const LONGEST = 500_000;

/** The names in an environment file, by environment. Throws ENVIRONMENT_FILE_INVALID or ENVIRONMENT_FILE_TOO_LONG. */
export function environmentsIn(text: string): ReadonlyMap<string, readonly string[]> {
  const value = text.trim() === "" ? {} : parse(text);
  return new Map(
    Object.entries(value).map(([name, variables]) => [name, isJsonObject(variables) ? Object.keys(variables) : []]),
  );
}

/**
 * The edit that gives the variable `name` of an environment its value in a text such as http-client.private.env.json, and
 * leaves all else as it is. Throws ENVIRONMENT_FILE_INVALID, for httpYac silently drops a file that is not strict JSON, or
 * ENVIRONMENT_FILE_TOO_LONG.
 */
export function* editForEnvironmentFile(
  text: string,
  environment: string,
  name: string,
  value: string,
): Steps<SpanEdit> {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const entry = `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  const key = JSON.stringify(environment);
  if (Object.keys(text.trim() === "" ? {} : parse(text)).length === 0) {
    const lines = ["{", `  ${key}: {`, `    ${entry}`, "  }", `}${text.trim() === "" ? eol : ""}`];
    return { start: text.length - text.trimStart().length, end: text.trimEnd().length, text: lines.join(eol) };
  }
  const members = yield* membersOf(text, text.indexOf("{"));
  const unit = /\n([ \t]+)$/.exec(members[0]?.space ?? "")?.[1];
  const [open, close] = unit === undefined ? ["{ ", " }"] : [`{${eol}${unit}${unit}`, `${eol}${unit}}`];
  const own = members.findLast((member) => member.name === environment);
  if (own === undefined) return insertAfter(members, `${key}: ${open}${entry}${close}`);
  if (text.charAt(own.start) !== "{") throw environmentNotObject(environment);
  const variables = yield* membersOf(text, own.start);
  const known = variables.findLast((member) => member.name === name);
  if (known !== undefined) return { start: known.start, end: known.end, text: JSON.stringify(value) };
  if (variables.length === 0) return { start: own.start, end: own.end, text: open + entry + close };
  return insertAfter(variables, entry);
}

/** A further member behind the last one, with the same white space before it. */
function insertAfter(members: readonly Member[], member: string): SpanEdit {
  const { space, end } = members.at(-1) ?? { space: "", end: 0 };
  return { start: end, end, text: `,${space}${member}` };
}

function parse(text: string): object {
  if (text.length > LONGEST) throw environmentFileTooLong();
  const value = jsonIn(text);
  if (value === undefined) {
    const { line, column } = positionOf(text, jsonFaultAt(text));
    throw environmentFileInvalid(line, column);
  }
  if (!isJsonObject(value)) throw environmentFileInvalid(1, 1);
  return value;
}
