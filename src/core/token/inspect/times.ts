import type { Json, JsonObject } from "../../json.ts";
import { exactParts } from "../read/decode.ts";
import {
  expiredFault,
  issuedInFutureFault,
  notSecondsFault,
  notYetValidFault,
  type TimeClaim,
  timeClaims,
  YEAR,
  yearOf,
} from "../rules/times.ts";
import { describeDuration } from "../../duration.ts";
import { numericDate } from "../words/state.ts";
import { type Finding, found, type Subject } from "./finding.ts";

/** What `exp`, `nbf` and `iat` say at `now` (RFC 7519 §4.1.4–6). */
export function timeFindings(subject: Subject): readonly Finding[] {
  const { claims } = subject.decoded;
  if (claims === undefined) return [];
  const wrong = timeClaims.flatMap((claim) =>
    Object.hasOwn(claims, claim) ? shapeFinding(claim, claims[claim] ?? null, subject) : [],
  );
  const isDuration = wrong.some(({ code }) => code === "CLAIM_DURATION");
  return [
    ...wrong,
    ...momentFindings(claims, subject),
    ...(isDuration ? [] : crossedFindings(subject)),
    ...timeZoneFindings(subject),
    ...lackingExp(subject),
  ];
}

function shapeFinding(claim: TimeClaim, value: Json, { decoded, now }: Subject): readonly Finding[] {
  const fault = notSecondsFault(claim, exactParts(decoded).claims, { now });
  // As a moment it may be right, and what has expired is an error already.
  if (fault !== undefined) return found(fault.code === "CLAIM_DURATION" ? "warning" : "error", fault);
  return claim === "exp" && Number(value) > now + 100 * YEAR ? [farFuture(Number(value))] : [];
}

const farFuture = (exp: number): Finding => ({
  code: "CLAIM_FAR_FUTURE",
  severity: "warning",
  message: `This token expires in the year ${yearOf(exp)}, which is practically never.`,
  remedy: "Use a lifetime of minutes or hours.",
});

const momentFindings = (claims: JsonObject, { now }: Subject): readonly Finding[] => [
  ...found("error", expiredFault(claims, { now })),
  ...found("error", notYetValidFault(claims, { now })),
  ...found("warning", issuedInFutureFault(claims, { now })),
];

function crossedFindings({ decoded: { claims } }: Subject): readonly Finding[] {
  const exp = numericDate(claims, "exp");
  const start = (["nbf", "iat"] as const).find(
    (claim) => (numericDate(claims, claim) ?? -Infinity) >= (exp ?? Infinity),
  );
  if (start === undefined) return [];
  return [
    {
      code: "CLAIM_TIMES_CROSSED",
      severity: "error",
      message: `exp is not after ${start}, so there is no moment at which this token is valid.`,
      remedy: `Mint it with an exp after its ${start}.`,
    },
  ];
}

const HALF_HOUR = 1800;
/** How long ago a new token was minted at most, and how far clocks are apart, in seconds. */
const NEAR = 120;

/** An `iat` that is off by what time zones differ by: local time was taken for UTC, unless the token is just that old. */
function timeZoneFindings({ decoded: { claims }, now }: Subject): readonly Finding[] {
  const [iat, exp] = [numericDate(claims, "iat"), numericDate(claims, "exp")];
  if (iat === undefined) return [];
  const off = Math.round(Math.abs(iat - now) / HALF_HOUR) * HALF_HOUR;
  const isZone = off >= 2 * HALF_HOUR && off <= 28 * HALF_HOUR && Math.abs(Math.abs(iat - now) - off) <= NEAR;
  // One that still lives was minted that long ago.
  if (!isZone || (iat < now && (exp === undefined || exp > now || exp <= iat))) return [];
  return [
    {
      code: "CLAIM_TIME_ZONE",
      severity: "info",
      message: `iat is ${describeDuration(off)} ${iat < now ? "ago" : "ahead"} to the minute, so if this token is new, local time was taken for UTC (its time zone was lost), or a clock is wrong.`,
      remedy: "Mint it with the seconds since 1970 in UTC.",
    },
  ];
}

/** Where the provider's tokens carry no `exp`, its absence is as it should be. */
function lackingExp({ decoded: { claims }, provider }: Subject): readonly Finding[] {
  const wanted = provider === undefined || provider.lifetime !== undefined;
  if (!wanted || claims === undefined || Object.hasOwn(claims, "exp")) return [];
  return [
    {
      code: "CLAIM_NO_EXP",
      severity: "info",
      message: "This token has no exp, so it never expires.",
      remedy: "Set a lifetime, unless the service expects tokens without one.",
    },
  ];
}
