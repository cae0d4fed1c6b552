import type { Fault } from "../../errors.ts";
import { compactFault } from "../read/compactFault.ts";
import { type Decoded, signedPart } from "../read/decode.ts";
import { jsonFindings } from "../inspect/json.ts";
import { critFault } from "../rules/crit.ts";
import { encodingFault, formFault, isPaddingSigned, paddingFault } from "../rules/form.ts";

/**
 * Why a JWS is refused whatever its signature says. `jose` takes padding, white space, trailing bits and members named
 * twice, so that one signature would fit more than one text (RFC 7515 §4, §7.1, RFC 4648 §3.5). Padding that was signed does not.
 */
export function gateFault(compact: string, decoded: Decoded): Fault | undefined {
  const { header } = decoded;
  const text = header["b64"] === false ? undefined : compactFault(signedPart(compact));
  const form = text ?? formFault(compact, decoded);
  if (form !== undefined) return form;
  const padding = isPaddingSigned(compact, decoded) ? undefined : paddingFault(compact, decoded);
  if (padding !== undefined) return padding;
  const twice = jsonFindings({ compact, decoded }).find(({ code }) => code === "JSON_DUPLICATE_KEY");
  return twice ?? critFault(header) ?? encodingFault(decoded);
}
