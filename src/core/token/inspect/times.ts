import { memberOf } from "../../exactJson.ts";
import type { Json, JsonObject } from "../../json.ts";
import { exactParts } from "../read/decode.ts";
import {
  expiredFault,
  issuedInFutureFault,
  notNumberFault,
  notYetValidFault,
  type TimeClaim,
  timeClaims,
} from "../rules/times.ts";
import { numericDate } from "../words/state.ts";
import { type Finding, found } from "./finding.ts";
import { shownValue } from "./shownValue.ts";
import type { Subject } from "./subject.ts";

const YEAR = 31_557_600;
/** The last second that a calendar of JavaScript reaches (ECMA-262 §21.4.1.1). */
const LAST = 8_640_000_000_000;

/** What `exp`, `nbf` and `iat` say at `now` (RFC 7519 §4.1.4–6). */
export function timeFindings(subject: Subject): readonly Finding[] {
  const { claims } = subject.decoded;
  if (claims === undefined) return [];
  const wrong = timeClaims.flatMap((claim) =>
    Object.hasOwn(claims, claim) ? shapeFinding(claim, claims[claim] ?? null, subject) : [],
  );
  return [...wrong, ...momentFindings(claims, subject), ...crossedFindings(subject), ...lackingExp(subject)];
}

/** A NumericDate is a number of seconds (RFC 7519 §2). */
function shapeFinding(claim: TimeClaim, value: Json, { decoded, now }: Subject): readonly Finding[] {
  const asWritten = () => shownValue(memberOf(exactParts(decoded).claims, claim));
  if (typeof value !== "number") return found("error", notNumberFault(claim, exactParts(decoded).claims, { now }));
  if (Math.abs(value) > LAST) {
    return [
      {
        code: "CLAIM_OUT_OF_RANGE",
        severity: "error",
        message: `${claim} lies beyond any calendar.`,
        remedy: `Mint the token with ${claim} in seconds since 1970, such as ${Math.floor(now)}.`,
      },
    ];
  }
  if (Math.abs(value / 1000 - now) < 50 * YEAR && value > 100 * YEAR) {
    return [
      {
        code: "CLAIM_MILLISECONDS",
        severity: "error",
        message: `${claim} is ${asWritten()}, which looks like milliseconds: as seconds it is in the year ${yearOf(value)}.`,
        remedy: `Divide it by 1000, so that ${claim} is ${Math.floor(value / 1000)}.`,
      },
    ];
  }
  return claim === "exp" && value > now + 100 * YEAR ? [farFuture(value)] : [];
}

const yearOf = (value: number) => new Date(value * 1000).getUTCFullYear();

const farFuture = (exp: number): Finding => ({
  code: "CLAIM_FAR_FUTURE",
  severity: "warning",
  message: `This token expires in the year ${yearOf(exp)}, so practically never.`,
  remedy: "Give it a lifetime of minutes or hours.",
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

/** Where the provider's tokens carry no `exp`, its absence is as it should be. */
function lackingExp({ decoded: { claims }, provider }: Subject): readonly Finding[] {
  const wanted = provider === undefined || provider.lifetime !== undefined;
  if (!wanted || claims === undefined || Object.hasOwn(claims, "exp")) return [];
  return [
    {
      code: "CLAIM_NO_EXP",
      severity: "info",
      message: "This token has no exp, so it never expires.",
      remedy: "Give it a lifetime, unless the service wants none.",
    },
  ];
}
