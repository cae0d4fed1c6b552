import { type ExactJson, isExactList, isExactNumber, isExactObject } from "../../exactJson.ts";
import { quoted, shown } from "../../visible.ts";

const LONGEST = 48;

/** A value of a token as a message may hold it: on one line, cut short, with nothing that cannot be seen. */
export function shownValue(value: ExactJson | undefined): string {
  if (isExactList(value)) return value.length === 1 ? `[${shownValue(value[0])}]` : `an array of ${value.length}`;
  if (isExactObject(value)) return "an object";
  if (isExactNumber(value)) return shown(value.digits, LONGEST);
  return typeof value === "string" ? quoted(value, LONGEST) : String(value);
}
