import type { Fault } from "../../errors.ts";
import { compactFault } from "../read/compactFault.ts";
import { type Decoded, signedPart } from "../read/decode.ts";
import { tokenTruncated } from "../read/errors.ts";
import { jsonFindings } from "../inspect/json.ts";
import { isCanonical } from "../read/base64url.ts";
import { critFault } from "./crit.ts";
import { nonCanonical, unencodedClaims } from "./errors.ts";

/**
 * Why a JWS is refused whatever its signature says. `jose` takes padding, white space, trailing bits and members named
 * twice, so that one signature would fit more than one text (RFC 7515 §4, §7.1, RFC 4648 §3.5).
 */
export function gateFault(compact: string, decoded: Decoded): Fault | undefined {
  const { header, claims } = decoded;
  const signed = signedPart(compact);
  const parts = signed.split(".");
  const unencoded = header["b64"] === false;
  const encoded = unencoded ? [parts[0] ?? "", parts[2] ?? ""] : parts;
  if (!unencoded) {
    const fault = compactFault(signed);
    if (fault !== undefined) return fault;
  }
  if (encoded.some((part) => part.length % 4 === 1)) return tokenTruncated();
  if (!encoded.every(isCanonical)) return nonCanonical();
  const twice = jsonFindings({ compact, decoded }).find(({ code }) => code === "JSON_DUPLICATE_KEY");
  return twice ?? critFault(header) ?? (unencoded && claims !== undefined ? unencodedClaims() : undefined);
}
