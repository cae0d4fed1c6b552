import type { Json } from "../../json.ts";
import { describeDuration } from "../../duration.ts";
import { describeMoment } from "./state.ts";

/** Claims that hold a NumericDate (RFC 7519 §4.1, OpenID Connect Core 1.0 §2 and §5.1). */
const moments: ReadonlySet<string> = new Set(["iat", "nbf", "exp", "auth_time", "updated_at"]);

/** The last second of the year 9999: later moments have no date that people read. */
const LAST = 253_402_300_799;

/** When a claim's moment is, such as "2026-11-21 14:03:12 UTC, 3 min ago"; undefined for other claims. */
export function momentOf(claim: string, value: Json | undefined, now: number): string | undefined {
  if (!moments.has(claim) || typeof value !== "number" || !(Math.abs(value) <= LAST)) return undefined;
  const date = describeMoment(value).replace(/^on /, "");
  return `${date}, ${value > now ? `in ${describeDuration(value - now)}` : `${describeDuration(now - value)} ago`}`;
}
