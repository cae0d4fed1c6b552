import type { JsonObject } from "../../json.ts";
import { memberOf } from "../../exactJson.ts";
import { type Decoded, exactParts } from "../read/decode.ts";
import { nestedIn } from "../read/kind.ts";
import { isProof } from "../rules/proof.ts";
import { critFault } from "../rules/crit.ts";
import { encodingFault } from "../rules/form.ts";
import { graphNonceFault } from "../rules/graphNonce.ts";
import { type Finding, found, type Subject } from "./finding.ts";
import { shownValue } from "./shownValue.ts";

/** What the JOSE header asks a verifier to do that it must not (RFC 8725 §3.10, RFC 7515 §4.1). */
export function headerFindings({ compact, decoded }: Subject): readonly Finding[] {
  const { kind, header, claims } = decoded;
  return [
    ...found("error", critFault(header)),
    ...(["jku", "x5u"] as const).flatMap((member) => (member in header ? keyUrl(member, decoded) : [])),
    ...(["jwk", "x5c"] as const).flatMap((member) =>
      member in header && !(member === "jwk" && isProof(header)) ? [embeddedKey(member)] : [],
    ),
    ...found("error", encodingFault(decoded)),
    ...found("info", graphNonceFault(decoded)),
    ...(kind === "JWS" ? [] : encryptionFindings(header)),
    ...(claims === undefined ? nestedFindings(compact, header) : []),
  ];
}

const keyUrl = (member: "jku" | "x5u", decoded: Decoded): readonly Finding[] => [
  {
    code: "HEADER_KEY_URL",
    severity: "warning",
    message: `${member} sends a verifier to ${shownValue(memberOf(exactParts(decoded).header, member))} for the key; it is never opened here.`,
    remedy: "Services should take keys from a place they know, not from the token (RFC 8725 §3.10).",
  },
];

const embeddedKey = (member: "jwk" | "x5c"): Finding => ({
  code: "HEADER_EMBEDDED_KEY",
  severity: "warning",
  message: `The header brings its own key (${member}), and a key that comes with the token proves nothing.`,
  remedy: "Services should verify with a key they already know.",
});

/** The members of RFC 7518 §4–5 that make decrypting weak or costly. */
function encryptionFindings({ alg, zip, enc }: JsonObject): readonly Finding[] {
  const findings: Finding[] = [];
  if (alg === "RSA1_5") {
    findings.push({
      code: "JWE_WEAK_ALG",
      severity: "warning",
      message: "RSA1_5 lets an attacker with enough attempts decrypt the token (RFC 8725 §3.2).",
      remedy: "Encrypt with RSA-OAEP-256 or ECDH-ES.",
    });
  }
  if (typeof alg === "string" && alg.startsWith("PBES2")) {
    findings.push({
      code: "JWE_PASSWORD",
      severity: "info",
      message: "This token is encrypted with a password, and the token itself says how long deriving the key takes.",
      remedy: "Decrypt it only when you know where it comes from.",
    });
  }
  if (zip !== undefined) {
    findings.push({
      code: "JWE_COMPRESSED",
      severity: "info",
      message: "The content was compressed before it was encrypted, which reveals something about it (RFC 8725 §3.6).",
      remedy: "Encrypt without zip.",
    });
  }
  if (typeof enc !== "string") {
    findings.push({
      code: "JWE_ENC_MISSING",
      severity: "error",
      message: "The header names no content encryption (enc).",
      remedy: "Encrypt the token with one (RFC 7516 §4.1.2).",
    });
  }
  return findings;
}

/** Another token as the payload needs `cty` to say so (RFC 7519 §5.2). */
function nestedFindings(compact: string, { cty }: JsonObject): readonly Finding[] {
  if (cty !== undefined || nestedIn(compact) === undefined) return [];
  return [
    {
      code: "CTY_MISSING",
      severity: "warning",
      message: "The payload is another token, but the header does not say so (RFC 7519 §5.2).",
      remedy: 'Mint the outer token with cty "JWT".',
    },
  ];
}
