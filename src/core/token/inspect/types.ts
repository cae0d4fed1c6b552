import { type ExactJson, isExactList, isExactNumber, isExactObject, memberOf } from "../../exactJson.ts";
import { isJsonObject } from "../../json.ts";
import { exactParts, largestToken } from "../read/decode.ts";
import type { Finding, Subject } from "./finding.ts";

/** Claims and header members that are texts, and where that is said. */
const texts = [
  ["claims", "iss", "RFC 7519 §4.1.1"],
  ["claims", "sub", "RFC 7519 §4.1.2"],
  ["claims", "jti", "RFC 7519 §4.1.7"],
  ["header", "kid", "RFC 7515 §4.1.4"],
  ["header", "typ", "RFC 7515 §4.1.9"],
  ["header", "cty", "RFC 7515 §4.1.10"],
] as const;

/** Members of another JSON type than they have by definition, which strict libraries refuse. */
export function typeFindings({ decoded, provider }: Subject): readonly Finding[] {
  const parts = exactParts(decoded);
  // What a provider's own members must be, its rules tell.
  const isOwn = (part: "header" | "claims", name: string) => {
    const template = provider?.[part];
    return isJsonObject(template) && Object.hasOwn(template, name);
  };
  const wrong = texts.flatMap(([part, name, source]) => {
    const value = isOwn(part, name) ? undefined : memberOf(parts[part], name);
    return value === undefined || typeof value === "string" ? [] : [typeFinding(name, value, "a text", source)];
  });
  const aud = isOwn("claims", "aud") ? undefined : memberOf(parts.claims, "aud");
  const isAudience = typeof aud === "string" || (isExactList(aud) && aud.every((each) => typeof each === "string"));
  if (aud === undefined || isAudience) return wrong;
  return [...wrong, typeFinding("aud", aud, "a text or an array of texts", "RFC 7519 §4.1.3")];
}

const typeFinding = (name: string, value: ExactJson, wanted: string, source: string): Finding => ({
  code: "CLAIM_TYPE",
  severity: "warning",
  message: `${name} is ${typeWords(value)}, but must be ${wanted} (${source}), and strict libraries refuse it.`,
  remedy: typeof value === "string" || isExactNumber(value) ? "Write it in quotes." : `Mint the token with ${wanted}.`,
});

function typeWords(value: ExactJson): string {
  if (isExactNumber(value)) return "a number";
  if (isExactList(value))
    return value.some((each) => typeof each !== "string") ? "an array with other values" : "an array";
  return isExactObject(value) ? "an object" : String(value);
}

/** Lengths of a header line that servers are set to: nginx, Apache and Node.js have 8 or 16 KB in all. */
const limits = [
  [16_000, "16 KB, and most others above 8 KB"],
  [8000, "8 KB"],
] as const;

/** A token that is too long to be sent to many servers. */
export function sizeFindings({ compact }: Subject): readonly Finding[] {
  const over = compact.length > largestToken ? undefined : limits.find(([limit]) => compact.length > limit);
  if (over === undefined) return [];
  return [
    {
      code: "TOKEN_LARGE",
      severity: "warning",
      message: `This token has ${compact.length.toLocaleString("en")} characters, and many servers refuse headers above ${over[1]}.`,
      remedy: "Put less into it, such as fewer groups or roles.",
    },
  ];
}
