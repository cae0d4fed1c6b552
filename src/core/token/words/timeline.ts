import type { JsonObject } from "../../json.ts";
import { numericDate } from "./state.ts";

/** A moment on the line. */
interface TimelineMark {
  /** The claims that hold this moment, or "now". */
  readonly names: readonly string[];
  /** Where it stands, from 0 to 1. */
  readonly at: number;
}

/** The life of a token as a line. Marks stand in their order and never closer than can be read, so it is to scale only roughly. */
export interface Timeline {
  readonly marks: readonly TimelineMark[];
  /** Where the token can be used, from 0 to 1. Without `exp` it has no end and reaches 1. */
  readonly valid: { readonly from: number; readonly to: number };
}

/** The least distance of two marks, as a part of the line. */
const MIN_GAP = 0.16;
const MARGIN = 0.08;

/** The line of a token's `iat`, `nbf` and `exp` with `now` on it, in seconds since the epoch; undefined without any of them. */
export function timelineOf(claims: JsonObject, now: number): Timeline | undefined {
  const times = new Map<number, readonly string[]>();
  for (const claim of ["iat", "nbf", "exp"]) {
    const time = numericDate(claims, claim);
    if (time !== undefined) times.set(time, [...(times.get(time) ?? []), claim]);
  }
  if (times.size === 0) return undefined;
  const whole = Math.floor(now);
  times.set(whole, [...(times.get(whole) ?? []), "now"]);
  const moments = [...times].toSorted(([a], [b]) => a - b);
  const places = placesOf(moments.map(([time]) => time));
  const marks = moments.map(([, names], index) => ({ names, at: places[index] ?? 0 }));
  const placeOf = (name: string) => marks.find(({ names }) => names.includes(name))?.at;
  const from = placeOf("nbf") ?? placeOf("iat") ?? 0;
  return { marks, valid: { from, to: Math.max(from, placeOf("exp") ?? 1) } };
}

/** Sorted times as places on the line: each gap as wide as its share of the whole, but never below the least. */
function placesOf(times: readonly number[]): readonly number[] {
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const span = gaps.reduce((sum, gap) => sum + gap, 0);
  const widths = gaps.map((gap) => Math.max(gap / span, MIN_GAP));
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (widths.length === 0) return [0.5];
  let place = MARGIN;
  return [place, ...widths.map((width) => (place += (width / total) * (1 - 2 * MARGIN)))];
}
