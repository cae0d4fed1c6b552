import { type ExactObject, memberOf } from "../../exactJson.ts";
import type { JsonObject } from "../../json.ts";
import { numericDate } from "../words/state.ts";
import { claimMissing, claimNotNumber, issuedInFuture, notYetValid, tokenExpired, typWrong } from "./errors.ts";

/** When a token is judged, and what it must have. */
export interface ClaimRules {
  /** Seconds since the epoch. */
  readonly now: number;
  /** Seconds that the clocks of the two sides may differ. */
  readonly skew?: number;
  /** Claims that must be there; "typ" asks for the header's, with the value JWT. */
  readonly required?: readonly string[];
}

/**
 * Holds a token's time and required claims to the rules (RFC 7519 §4.1.4–6); `exp` itself is already expired.
 * @returns the names of what was checked. Throws UserError for the first that is wrong.
 */
export function checkClaims(header: ExactObject, claims: JsonObject, rules: ClaimRules): readonly string[] {
  const { now, skew = 0, required = [] } = rules;
  for (const name of required) {
    const value = name === "typ" ? memberOf(header, name) : Object.hasOwn(claims, name) ? claims[name] : undefined;
    if (value === undefined || value === null) throw claimMissing(name);
    if (name === "typ" && value !== "JWT") throw typWrong(memberOf(header, name));
  }
  const times = ["exp", "nbf", "iat"].filter((claim) => Object.hasOwn(claims, claim));
  const notANumber = times.find((claim) => numericDate(claims, claim) === undefined);
  if (notANumber !== undefined) throw claimNotNumber(notANumber);
  const [exp, nbf, iat] = ["exp", "nbf", "iat"].map((claim) => numericDate(claims, claim));
  if (exp !== undefined && now - skew >= exp) throw tokenExpired(exp, now);
  if (nbf !== undefined && now + skew < nbf) throw notYetValid(nbf, now);
  if (iat !== undefined && now + skew < iat) throw issuedInFuture(iat, now);
  return [...times, ...required.filter((name) => !times.includes(name))];
}
