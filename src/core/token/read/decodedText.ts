import type { ExactMember } from "../../exactJson.ts";
import { jsonText } from "../../jsonText.ts";
import { decode, exactParts } from "./decode.ts";
import { noPayload } from "./errors.ts";

/** A token's header and claims as one JSON text. Throws TOKEN_INVALID. */
export function decodedText(compact: string): string {
  const { header, claims } = exactParts(decode(compact));
  const payload: readonly ExactMember[] = claims === undefined ? [] : [["claims", claims]];
  return `${jsonText({ members: [["header", header], ...payload] })}\n`;
}

/** A token's claims as JSON text. Throws TOKEN_INVALID, or NO_PAYLOAD where it has none that can be read. */
export function payloadText(compact: string): string {
  const { claims } = exactParts(decode(compact));
  if (claims === undefined) throw noPayload();
  return jsonText(claims);
}
