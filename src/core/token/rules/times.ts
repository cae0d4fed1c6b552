import { describeDuration } from "../../duration.ts";
import { type Fault, fault } from "../../errors.ts";
import { type ExactObject, isExactNumber, memberOf } from "../../exactJson.ts";
import type { JsonObject } from "../../json.ts";
import { shownValue } from "../inspect/shownValue.ts";
import { describeMoment, numericDate } from "../words/state.ts";

/** The registered claims that hold a moment (RFC 7519 §4.1.4–6). */
export const timeClaims = ["exp", "nbf", "iat"] as const;
export type TimeClaim = (typeof timeClaims)[number];

export const YEAR = 31_557_600;
/** The last second that a calendar of JavaScript reaches (ECMA-262 §21.4.1.1). */
const LAST = 8_640_000_000_000;

/** The year of a NumericDate. */
export const yearOf = (value: number) => new Date(value * 1000).getUTCFullYear();

/** When times are judged, in seconds since the epoch, and how many seconds the clocks of the two sides may differ. */
interface Clock {
  readonly now: number;
  readonly skew?: number;
}

/** A NumericDate is a number of seconds (RFC 7519 §2). `claims` are as they were written. */
export function notNumberFault(claim: TimeClaim, claims: ExactObject | undefined, { now }: Clock): Fault {
  const value = memberOf(claims, claim);
  return fault(
    "CLAIM_NOT_NUMBER",
    `${claim} is ${shownValue(value)}, but must be a number of seconds since 1970 (RFC 7519 §2).`,
    typeof value === "string" && /^\d+$/.test(value)
      ? "Write it without the quotes."
      : `Make the token with ${claim} as a number, such as ${Math.floor(now)}.`,
  );
}

/** Likewise, and what is wrong with a number that was hardly meant in seconds. Undefined for a claim that is right. */
export function notSecondsFault(claim: TimeClaim, claims: ExactObject | undefined, clock: Clock): Fault | undefined {
  const written = memberOf(claims, claim);
  if (!isExactNumber(written)) return notNumberFault(claim, claims, clock);
  const value = Number(written.digits);
  if (Math.abs(value) > LAST) {
    return fault(
      "CLAIM_OUT_OF_RANGE",
      `${claim} is too large to be a date.`,
      `Mint the token with ${claim} in seconds since 1970, such as ${Math.floor(clock.now)}.`,
    );
  }
  if (isDuration(value, clock)) return durationFault(claim, value, clock);
  if (value <= 100 * YEAR || Math.abs(value / 1000 - clock.now) >= 50 * YEAR) return undefined;
  return fault(
    "CLAIM_MILLISECONDS",
    `${claim} is ${shownValue(written)}, which looks like milliseconds: as seconds it is in the year ${yearOf(value)}.`,
    `Divide it by 1000, so that ${claim} is ${Math.floor(value / 1000)}.`,
  );
}

/** The first of a token's times that is no moment in seconds. */
export const firstWrongTime = (claims: ExactObject | undefined, clock: Clock): Fault | undefined =>
  timeClaims
    .filter((claim) => memberOf(claims, claim) !== undefined)
    .map((claim) => notSecondsFault(claim, claims, clock))
    .find((wrong) => wrong !== undefined);

/** Numbers below this, in 1973, are hardly meant as moments. */
const SMALL = 1e8;

/** Whether a number of seconds is hardly meant as a moment: it is small, and no time at which tokens are judged is near. */
const isDuration = (value: number, { now }: Clock) => value > 0 && value < SMALL && now > value + 20 * YEAR;

const durationFault = (claim: TimeClaim, value: number, { now }: Clock) =>
  fault(
    "CLAIM_DURATION",
    `${claim} is ${value}, which looks like a duration, but ${claim} is a moment: seconds since 1970, not a number of seconds from now.`,
    claim === "exp"
      ? `Mint the token with now plus that duration, such as ${Math.floor(now + value)}.`
      : `Mint the token with the moment itself, such as ${Math.floor(now)}.`,
  );

/** `exp` itself is already expired. */
export function expiredFault(claims: JsonObject, { now, skew = 0 }: Clock): Fault | undefined {
  const exp = numericDate(claims, "exp");
  if (exp === undefined || now - skew < exp) return undefined;
  const message = `This token expired ${describeDuration(now - exp)} ago, ${describeMoment(exp)}.`;
  return fault("CLAIM_EXPIRED", message, "Refresh it, or get a new one.");
}

export function notYetValidFault(claims: JsonObject, { now, skew = 0 }: Clock): Fault | undefined {
  const nbf = numericDate(claims, "nbf");
  if (nbf === undefined || now + skew >= nbf) return undefined;
  const message = `This token becomes valid in ${describeDuration(Math.ceil(nbf - now))}, ${describeMoment(nbf)}.`;
  return fault("CLAIM_NOT_YET_VALID", message, "Wait until then, or get one that is valid now.");
}

export function issuedInFutureFault(claims: JsonObject, { now, skew = 0 }: Clock): Fault | undefined {
  const iat = numericDate(claims, "iat");
  if (iat === undefined || now + skew >= iat) return undefined;
  const message = `This token was issued ${Math.ceil(iat - now)} s in the future, ${describeMoment(iat)}.`;
  return fault("CLAIM_IAT_FUTURE", message, "Correct the clock of the machine that issued it, or of this one.");
}
