import { type ExactJson, type ExactObject, exactText, isExactList, isExactNumber, memberOf } from "../../exactJson.ts";
import { describeDuration } from "../../duration.ts";

/** A registered claim in words. */
export interface ClaimWords {
  readonly claim: string;
  /** What the registry calls it, such as "Issuer". */
  readonly label: string;
  /** Such as "issued 3 min ago, 2026-11-21 14:03:12 local, …Z". Holds the claim's value as it stands: never for Markdown. */
  readonly words: string;
}

/** How a value is told, at `now` in seconds since the epoch. */
type Telling = (value: ExactJson, now: number) => string;

/** A text or a list of texts behind a few words. */
const told =
  (prefix = ""): Telling =>
  (value) => {
    const texts = isExactList(value) ? value : [value];
    if (texts.length === 0) return "an empty list";
    if (!texts.every((text) => typeof text === "string")) return `${exactText(value)}, which is not a string`;
    return prefix + texts.map((text) => (text === "" ? '""' : text)).join(", ");
  };

/** A NumericDate: how far away it is, then the moment itself. */
const moment =
  (past: (ago: string) => string, future: (ahead: string) => string): Telling =>
  (value, now) => {
    const seconds = isExactNumber(value) ? Number(value.digits) : Number.NaN;
    const date = new Date(seconds * 1000);
    if (Number.isNaN(date.getTime())) return notATime;
    const distance = describeDuration(Math.abs(seconds - now));
    const relative = seconds > now ? future(distance) : past(distance);
    return `${relative}, ${localTime(date)} local, ${date.toISOString().replace(".000Z", "Z")}`;
  };

const notATime = "not a time in seconds since 1970 (NumericDate)";

const pad = (value: number) => String(value).padStart(2, "0");

function localTime(date: Date): string {
  const day = [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join("-");
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(pad).join(":")}`;
}

const scopes: Telling = (value, now) => told("allows ")(typeof value === "string" ? value.split(" ") : value, now);

/** RFC 7519 §4.1, then what RFC 8693, RFC 9068, RFC 7800, OpenID Connect Core §2 and §5.1, and SD-JWT registered. */
const registered: ReadonlyMap<string, readonly [label: string, telling: Telling]> = new Map([
  ["iss", ["Issuer", told("issued by ")]],
  ["sub", ["Subject", told("about ")]],
  ["aud", ["Audience", told("for ")]],
  [
    "iat",
    [
      "Issued at",
      moment(
        (ago) => `issued ${ago} ago`,
        (ahead) => `issue time is ${ahead} in the future`,
      ),
    ],
  ],
  [
    "nbf",
    [
      "Not before",
      moment(
        (ago) => `became valid ${ago} ago`,
        (ahead) => `not valid for another ${ahead}`,
      ),
    ],
  ],
  [
    "exp",
    [
      "Expiry",
      moment(
        (ago) => `expired ${ago} ago`,
        (ahead) => `expires in ${ahead}`,
      ),
    ],
  ],
  ["jti", ["Token ID", told()]],
  ["client_id", ["Client", told("given to ")]],
  ["azp", ["Authorized party", told("given to ")]],
  ["scope", ["Scope", scopes]],
  ["roles", ["Roles", told()]],
  ["groups", ["Groups", told()]],
  ["entitlements", ["Entitlements", told()]],
  [
    "auth_time",
    [
      "Sign-in time",
      moment(
        (ago) => `signed in ${ago} ago`,
        (ahead) => `sign-in time is ${ahead} in the future`,
      ),
    ],
  ],
  ["acr", ["Sign-in level", told()]],
  ["amr", ["Sign-in methods", told("signed in with ")]],
  ["nonce", ["Nonce", told("nonce of request ")]],
  ["sid", ["Session", told()]],
  ["cnf", ["Confirmation", () => "valid only together with the key that it names"]],
  ["act", ["Actor", () => "used by another on the subject's behalf"]],
  ["name", ["Name", told()]],
  ["preferred_username", ["User name", told()]],
  ["email", ["Email", told()]],
  ["email_verified", ["Email verified", (value) => (value === true ? "yes" : "no")]],
  ["vct", ["Credential type", told()]],
  ["_sd_alg", ["Disclosure hash", told()]],
]);

/** The registered claims of a claims set in words, in the registry's order. `now` in seconds since the epoch. */
export function claimWords(claims: ExactObject | undefined, now: number): readonly ClaimWords[] {
  return [...registered].flatMap(([claim, [label, telling]]) => {
    const value = memberOf(claims, claim);
    return value === undefined ? [] : [{ claim, label, words: telling(value, now) }];
  });
}
