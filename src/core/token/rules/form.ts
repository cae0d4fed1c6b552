import { type Fault, fault } from "../../errors.ts";
import { isCanonical, isPossibleLength } from "../read/base64url.ts";
import type { JsonObject } from "../../json.ts";
import { type Decoded, signedPart } from "../read/decode.ts";
import { tokenPadded, tokenTruncated } from "../read/errors.ts";

/** What is wrong with a token's parts as base64url. An unencoded payload (RFC 7797 §3) is not one of them. */
export function formFault(compact: string, { header }: Decoded): Fault | undefined {
  const encoded = encodedParts(compact, header);
  if (!encoded.every(isPossibleLength)) return tokenTruncated();
  return encoded.every(isCanonical) ? undefined : nonCanonical();
}

function encodedParts(compact: string, { b64 }: JsonObject): readonly string[] {
  const parts = signedPart(compact).split(".");
  return b64 === false ? [parts[0] ?? "", parts[2] ?? ""] : parts;
}

const isPadded = (part: string) => part.endsWith("=");

/** RFC 7515 §2 leaves padding out. */
export const paddingFault = (compact: string, { header }: Decoded): Fault | undefined =>
  encodedParts(compact, header).some(isPadded) ? tokenPadded() : undefined;

/**
 * Whether a padded token was signed as such: with "=" in its header or payload, or by a load balancer of AWS, which pads each
 * part that needs it. Else anyone may have padded its signature, and the same signature fits two texts.
 */
export function isPaddingSigned(compact: string, { header }: Decoded): boolean {
  const { signer } = header;
  const isOfAws = typeof signer === "string" && /^arn:aws[\w-]*:elasticloadbalancing:/.test(signer);
  return isOfAws || encodedParts(compact, header).slice(0, -1).some(isPadded);
}

/** A JWT's claims must be encoded (RFC 7797 §7). */
export const encodingFault = ({ header, claims }: Decoded): Fault | undefined =>
  header["b64"] === false && claims !== undefined ? unencodedClaims() : undefined;

// Another text of the same bytes, which a list of used tokens misses.
const nonCanonical = () =>
  fault(
    "TOKEN_NON_CANONICAL",
    "The last character of a part was changed without changing the bytes it stands for (RFC 4648 §3.5).",
    "Copy the token again from where it was made.",
  );

const unencodedClaims = () =>
  fault(
    "B64_FALSE_IN_JWT",
    "The claims are not encoded (b64 false), but the claims of a JWT must be (RFC 7797 §7).",
    "Have the token made without b64.",
  );
