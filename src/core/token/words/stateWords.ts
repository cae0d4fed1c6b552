import type { JsonObject } from "../../json.ts";
import { describeState, numericDate, stateAt, type TokenState } from "./state.ts";

/** A token's state in words that stay right for a while. */
export interface StateWords {
  readonly text: string;
  /** The NumericDate after which other words are right; undefined when these stay right for ever. */
  readonly until: number | undefined;
}

/** The claim that holds the moment a state tells the distance to. */
const momentOf: Readonly<Record<TokenState, string>> = {
  current: "exp",
  expired: "exp",
  "not-yet-valid": "nbf",
  "no-exp": "iat",
};

/** Above a distance to the moment, the time is told in steps. Both in seconds. */
const stepsAhead = [
  [86_400, 3600],
  [3600, 60],
  [120, 10],
  [0, 1],
] as const;
const stepsBehind = [
  [86_400, 3600],
  [120, 60],
  [10, 10],
  [0, 1],
] as const;

/**
 * The words of `describeState`, coarser the further away their moment is. Time left is never overstated.
 * `finest`, in seconds, is the shortest time that words stay while it is further away than that.
 */
export function stateWords(claims: JsonObject | undefined, now: number, finest = 1): StateWords {
  const moment = numericDate(claims, momentOf[stateAt(claims, now)]);
  if (moment === undefined) return { text: describeState(claims, now), until: undefined };
  const ahead = moment > now;
  const distance = Math.floor(Math.abs(moment - now));
  const usual = (ahead ? stepsAhead : stepsBehind).find(([from]) => distance >= from)?.[1] ?? 1;
  const step = distance < finest ? usual : Math.max(usual, finest);
  const told = Math.floor(distance / step) * step;
  if (!ahead) return { text: describeState(claims, moment + told), until: moment + told + step };
  return { text: describeState(claims, told === 0 ? now : moment - told), until: moment - told };
}
