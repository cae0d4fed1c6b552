import { MB } from "../../bytes.ts";
import { jsonIn } from "../../json.ts";
import { deepestJson, isTooDeep } from "../../jsonScan.ts";
import { type Decoded, largestToken, signedPart } from "../read/decode.ts";
import { partBinary, partText } from "../read/base64url.ts";
import type { Code } from "../../codes.ts";
import { formFault, paddingFault } from "../rules/form.ts";
import { type Finding, found, type Severity, type Subject } from "./finding.ts";

/** What is wrong with a token's parts as text, and why its payload shows no claims. */
export const payloadFindings = ({ compact, decoded }: Subject): readonly Finding[] => [
  ...found("error", formFault(compact, decoded)),
  ...found("error", paddingFault(compact, decoded)),
  ...unreadFindings(compact, decoded),
];

/** Why the payload of a JWS shows no claims. */
export function unreadFindings(compact: string, { kind, claims }: Decoded): readonly Finding[] {
  if (kind === "JWE" || claims !== undefined) return [];
  const finding = payloadFault(signedPart(compact).split(".")[1] ?? "", compact.length);
  return finding === undefined ? [] : [finding];
}

function payloadFault(payload: string, length: number): Finding | undefined {
  if (length > largestToken) return tooLarge();
  if (payload === "") return finding("PAYLOAD_EMPTY", "info", "The payload is empty", detached);
  const text = partText(payload);
  if (text === undefined) return partBinary(payload) === undefined ? undefined : notText();
  if (text.startsWith("\uFEFF"))
    return finding("PAYLOAD_BOM", "error", "The payload begins with a byte order mark", bom);
  if (isTooDeep(text)) return tooDeep();
  return jsonIn(text) !== undefined
    ? finding("PAYLOAD_NOT_OBJECT", "warning", "The payload is JSON, but not an object", noClaims)
    : finding("PAYLOAD_NOT_JSON", "info", "The payload is not JSON: this is a JWS, not a JWT", noClaims);
}

const finding = (code: Code, severity: Severity, message: string, remedy: string): Finding => ({
  code,
  severity,
  message: `${message}.`,
  remedy,
});

const detached = "If it is detached (RFC 7515 §F), verify the token together with its payload.";
const noClaims = "If a service wants a JWT, mint one with a JSON object of claims.";
const bom = "Remove it from the JSON that the token is made of (RFC 8259 §8.1).";

const notText = () =>
  finding(
    "PAYLOAD_NOT_UTF8",
    "warning",
    "The payload is not UTF-8",
    "Make the token with JSON in UTF-8 (RFC 8725 §3.7).",
  );

const tooDeep = () =>
  finding(
    "PAYLOAD_TOO_DEEP",
    "warning",
    `The payload is nested more than ${deepestJson} deep, so its claims are not read`,
    "Flatten the claims: verifiers reject such depth.",
  );

const tooLarge = () =>
  finding(
    "PAYLOAD_TOO_LARGE",
    "warning",
    `The token is longer than ${largestToken / MB} MB, so its payload is not read`,
    "Use fewer claims: servers reject headers above 8 to 64 KB.",
  );
