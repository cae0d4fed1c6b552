import { UserError } from "../../errors.ts";
import { memberOf } from "../../exactJson.ts";
import { type Decoded, exactParts } from "../read/decode.ts";
import { expiredFault, issuedInFutureFault, notNumberFault, notYetValidFault, timeClaims } from "../rules/times.ts";
import { numericDate } from "../words/state.ts";
import { claimMissing, typWrong } from "./errors.ts";

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
 * Holds a token's time and required claims to the rules (RFC 7519 §4.1.4–6). What is not a claims set has none.
 * @returns the names of what was checked. Throws UserError for the first that is wrong.
 */
export function checkClaims(decoded: Decoded, rules: ClaimRules): readonly string[] {
  const { claims = {} } = decoded;
  const { required = [] } = rules;
  const exact = exactParts(decoded);
  for (const name of required) {
    const value = memberOf(name === "typ" ? exact.header : exact.claims, name);
    if (value === undefined || value === null) throw claimMissing(name);
    if (name === "typ" && value !== "JWT") throw typWrong(value);
  }
  const times = timeClaims.filter((claim) => Object.hasOwn(claims, claim));
  const notNumber = times.find((claim) => numericDate(claims, claim) === undefined);
  const fault =
    (notNumber && notNumberFault(notNumber, exact.claims, rules)) ??
    expiredFault(claims, rules) ??
    notYetValidFault(claims, rules) ??
    issuedInFutureFault(claims, rules);
  if (fault !== undefined) throw new UserError(fault);
  return [...times, ...required.filter((name) => !times.some((claim) => claim === name))];
}
