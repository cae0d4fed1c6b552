import { type ExactJson, isExactNumber } from "../../exactJson.ts";
import type { JsonObject } from "../../json.ts";
import { describeDuration, formatCountdown, LAST_SECOND } from "../../duration.ts";

const DAY = 86_400;

export type TokenState = "no-exp" | "not-yet-valid" | "current" | "expired";

export const numericDate = (claims: JsonObject | undefined, claim: string): number | undefined => {
  const value = claims?.[claim];
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
};

/** Judges `nbf` and `exp` (RFC 7519 §4.1.4-5) at `now`, in seconds since the epoch. `exp` itself is already expired. */
export function stateAt(claims: JsonObject | undefined, now: number): TokenState {
  const exp = numericDate(claims, "exp");
  const nbf = numericDate(claims, "nbf");
  if (exp !== undefined && now >= exp) return "expired";
  if (nbf !== undefined && now < nbf) return "not-yet-valid";
  return exp === undefined ? "no-exp" : "current";
}

/** Seconds before `exp` in which a token is about to expire: too few to count on for a request that a person sends. */
const SOON = 30;

/** Whether the token can be used, but not for long. */
export function expiresSoon(claims: JsonObject | undefined, now: number): boolean {
  const exp = numericDate(claims, "exp");
  return exp !== undefined && stateAt(claims, now) === "current" && exp - now <= SOON;
}

/** The state in words with its time, such as "expires in 12:40"; for a token without `exp` its age. */
export function describeState(claims: JsonObject | undefined, now: number): string {
  const exp = numericDate(claims, "exp") ?? now;
  switch (stateAt(claims, now)) {
    case "expired":
      return `expired ${describeDuration(now - exp)} ago`;
    case "not-yet-valid":
      return `not valid for another ${describeDuration((numericDate(claims, "nbf") ?? now) - now)}`;
    case "current":
      return `expires in ${exp - now < DAY ? formatCountdown(exp - now) : describeDuration(exp - now)}`;
    case "no-exp": {
      if (claims !== undefined && Object.hasOwn(claims, "exp")) return "expiry unreadable";
      const iat = numericDate(claims, "iat");
      return iat === undefined || iat > now ? "no expiry" : `no expiry, ${describeDuration(now - iat)} old`;
    }
  }
}

/**
 * The NumericDate at which the state is another. Infinity: not before the clock is set back. Undefined: the time does not
 * matter.
 */
export function nextChange(claims: JsonObject | undefined, now: number): number | undefined {
  const moments = [numericDate(claims, "nbf"), numericDate(claims, "exp")].filter((moment) => moment !== undefined);
  return moments.length === 0 ? undefined : Math.min(...moments.filter((moment) => moment > now));
}

/** A NumericDate on the calendar, to the second. */
export function describeMoment(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? "too large to be a date" : `on ${calendar(date)}`;
}

const calendar = (date: Date): string => `${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;

/** Claims that hold a NumericDate (RFC 7519 §4.1, OpenID Connect Core 1.0 §2 and §5.1). */
const momentClaims: ReadonlySet<string> = new Set(["iat", "nbf", "exp", "auth_time", "updated_at"]);

/** When a claim's moment is, such as "2026-11-21 14:03:12 UTC, 3 min ago"; undefined for other claims. */
export function momentOf(claim: string, value: ExactJson | undefined, now: number): string | undefined {
  const seconds = isExactNumber(value) ? Number(value.digits) : Number.NaN;
  if (!momentClaims.has(claim) || !(Math.abs(seconds) <= LAST_SECOND)) return undefined;
  const date = calendar(new Date(seconds * 1000));
  return `${date}, ${seconds > now ? `in ${describeDuration(seconds - now)}` : `${describeDuration(now - seconds)} ago`}`;
}

/** A token's state in words that stay right for a while. */
export interface StateWords {
  readonly text: string;
  /** The NumericDate after which other words are right; undefined when these stay right for ever. */
  readonly until: number | undefined;
}

/** The claim that holds the moment a state tells the distance to. */
const decidingClaim: Readonly<Record<TokenState, string>> = {
  current: "exp",
  expired: "exp",
  "not-yet-valid": "nbf",
  "no-exp": "iat",
};

/** The steps in which time is told, by how far away the moment is. All in seconds. */
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
  const moment = numericDate(claims, decidingClaim[stateAt(claims, now)]);
  if (moment === undefined) return { text: describeState(claims, now), until: undefined };
  const ahead = moment > now;
  const distance = Math.floor(Math.abs(moment - now));
  const usual = (ahead ? stepsAhead : stepsBehind).find(([from]) => distance >= from)?.[1] ?? 1;
  const step = distance < finest ? usual : Math.max(usual, finest);
  const told = Math.floor(distance / step) * step;
  if (!ahead) return { text: describeState(claims, moment + told), until: moment + told + step };
  return { text: describeState(claims, told === 0 ? now : moment - told), until: moment - told };
}
