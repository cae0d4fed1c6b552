import { MB } from "../core/bytes.ts";
import { isJsonObject } from "../core/json.ts";
import type { NoParams } from "./requests.ts";

/** The longest text that a request may hold, in characters. */
const MAX_TEXT = MB;

export const isNothing = (params: unknown): params is NoParams => hasTexts(params, []);

export const isText = (value: unknown, max = MAX_TEXT): value is string =>
  typeof value === "string" && value.length <= max;

/** Whether a value is an object of exactly these members, each a text of bounded length. */
export function hasTexts<Member extends string>(
  value: unknown,
  members: readonly Member[],
  max = MAX_TEXT,
): value is Readonly<Record<Member, string>> {
  if (!isJsonObject(value) || Object.keys(value).length !== members.length) return false;
  return members.every((member) => Object.hasOwn(value, member) && isText(value[member], max));
}
