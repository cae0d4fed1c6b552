import { type Fault, fault } from "../../errors.ts";
import { isCanonical } from "../read/base64url.ts";
import { type Decoded, signedPart } from "../read/decode.ts";
import { tokenTruncated } from "../read/errors.ts";

/** What is wrong with a token's parts as base64url. An unencoded payload (RFC 7797 §3) is not one of them. */
export function formFault(compact: string, { header }: Decoded): Fault | undefined {
  const parts = signedPart(compact).split(".");
  const encoded = header["b64"] === false ? [parts[0] ?? "", parts[2] ?? ""] : parts;
  if (encoded.some((part) => part.length % 4 === 1)) return tokenTruncated();
  return encoded.every(isCanonical) ? undefined : nonCanonical();
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
