import type { JsonObject } from "../json.ts";
import { describeDuration, formatCountdown } from "./duration.ts";

export type TokenState = "no-exp" | "not-yet-valid" | "current" | "expired";

const numericDate = (claims: JsonObject | undefined, claim: string): number | undefined => {
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

/** The state in words with its time, such as "expires in 12:40"; for a token without `exp` its age. */
export function describeState(claims: JsonObject | undefined, now: number): string {
  const exp = numericDate(claims, "exp") ?? now;
  switch (stateAt(claims, now)) {
    case "expired":
      return `expired ${describeDuration(now - exp)} ago`;
    case "not-yet-valid":
      return `not valid for another ${describeDuration((numericDate(claims, "nbf") ?? now) - now)}`;
    case "current":
      return `expires in ${formatCountdown(exp - now)}`;
    case "no-exp": {
      const iat = numericDate(claims, "iat");
      return iat === undefined ? "no expiry" : `no expiry, ${describeDuration(now - iat)} old`;
    }
  }
}
