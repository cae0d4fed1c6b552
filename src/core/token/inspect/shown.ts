import { type ExactJson, isExactList, isExactNumber, isExactObject } from "../../exactJson.ts";
import { visible } from "../../visible.ts";

const LONGEST = 48;

/** A value of a token as a message may hold it: JSON on one line, cut short, with nothing that cannot be seen. */
export function shown(value: ExactJson | undefined): string {
  if (isExactList(value)) return value.length === 1 ? `[${shown(value[0])}]` : `an array of ${value.length}`;
  if (isExactObject(value)) return "an object";
  if (isExactNumber(value)) return value.digits.length > LONGEST ? `${value.digits.slice(0, LONGEST)}…` : value.digits;
  if (typeof value !== "string") return String(value);
  const text = visible(JSON.stringify(value.slice(0, LONGEST)));
  return value.length > LONGEST ? `${text.slice(0, -1)}…"` : text;
}

/** A member's name as a message may hold it. */
export const shownName = (name: string): string => shown(name).slice(1, -1);
