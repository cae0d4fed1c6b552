import { describeDuration } from "../duration.ts";
import { describeMoment, numericDate, stateAt } from "../state.ts";
import type { Finding } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** What `exp`, `nbf` and `iat` say at `now` (RFC 7519 §4.1.4–6). */
export function timeFindings({ decoded: { claims }, now }: Subject): readonly Finding[] {
  const state = stateAt(claims, now);
  if (state === "expired") {
    return [
      {
        code: "CLAIM_EXPIRED",
        severity: "error",
        message: `This token expired ${describeDuration(now - (numericDate(claims, "exp") ?? now))} ago, ${describeMoment(claims?.["exp"])}.`,
        remedy: "Refresh it, or mint a new one.",
      },
    ];
  }
  if (state === "not-yet-valid") {
    return [
      {
        code: "CLAIM_NOT_YET_VALID",
        severity: "error",
        message: `This token becomes valid ${describeMoment(claims?.["nbf"])}, in ${describeDuration((numericDate(claims, "nbf") ?? now) - now)}.`,
        remedy: "Wait until then, or mint one whose nbf is now.",
      },
    ];
  }
  return [];
}
