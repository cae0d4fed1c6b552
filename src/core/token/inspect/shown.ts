import { type ExactJson, isExactList, isExactNumber, isExactObject } from "../../exactJson.ts";
import { quoted, shown as shownText } from "../../visible.ts";

const LONGEST = 48;

/** A value of a token as a message may hold it: on one line, cut short, with nothing that cannot be seen. */
export function shown(value: ExactJson | undefined): string {
  if (isExactList(value)) return value.length === 1 ? `[${shown(value[0])}]` : `an array of ${value.length}`;
  if (isExactObject(value)) return "an object";
  if (isExactNumber(value)) return shownText(value.digits, LONGEST);
  return typeof value === "string" ? quoted(value, LONGEST) : String(value);
}

/** A member's name as a message may hold it. */
export const shownName = (name: string): string => shownText(name, LONGEST);
