import { jsonText } from "../../jsonText.ts";
import { decode } from "./decode.ts";
import { noPayload } from "./errors.ts";

/** A token's header and claims as one JSON text. Throws TOKEN_INVALID. */
export function decodedText(compact: string): string {
  const { header, claims } = decode(compact);
  return `${jsonText({ header, ...(claims === undefined ? {} : { claims }) })}\n`;
}

/** A token's claims as JSON text. Throws TOKEN_INVALID, or NO_PAYLOAD where it has none that can be read. */
export function payloadText(compact: string): string {
  const { claims } = decode(compact);
  if (claims === undefined) throw noPayload();
  return jsonText(claims);
}
