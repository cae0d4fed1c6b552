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
import { numericDate } from "../words/state.ts";
import { type Finding, found, type Subject } from "./finding.ts";

/** What `exp`, `nbf` and `iat` say at `now` (RFC 7519 §4.1.4–6). */
export function timeFindings(subject: Subject): readonly Finding[] {
  const { claims } = subject.decoded;
  if (claims === undefined) return [];
  const wrong = timeClaims.flatMap((claim) =>
    Object.hasOwn(claims, claim) ? shapeFinding(claim, claims[claim] ?? null, subject) : [],
  );
  return [...wrong, ...momentFindings(claims, subject), ...crossedFindings(subject), ...lackingExp(subject)];
}

function shapeFinding(claim: TimeClaim, value: Json, { decoded, now }: Subject): readonly Finding[] {
  const fault = notSecondsFault(claim, exactParts(decoded).claims, { now });
  if (fault !== undefined) return found("error", fault);
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
