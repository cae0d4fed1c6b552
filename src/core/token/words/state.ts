import type { Json, JsonObject } from "../../json.ts";
import { describeDuration, formatCountdown } from "../../duration.ts";

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

/** The NumericDate at which the state is another; undefined when this one stays. */
export function nextChange(claims: JsonObject | undefined, now: number): number | undefined {
  const moments = [numericDate(claims, "nbf"), numericDate(claims, "exp")];
  const ahead = moments.filter((moment) => moment !== undefined && moment > now).map(Number);
  return ahead.length === 0 ? undefined : Math.min(...ahead);
}

/** A NumericDate on the calendar, to the second; as it stands where the calendar does not reach. */
export function describeMoment(value: Json | undefined): string {
  const date = new Date(Number(value) * 1000);
  if (Number.isNaN(date.getTime())) return `at ${JSON.stringify(value)}`;
  return `on ${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
