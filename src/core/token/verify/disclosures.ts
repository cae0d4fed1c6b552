import type { Fault } from "../../errors.ts";
import { type Decoded, exactParts } from "../read/decode.ts";
import { tokenTruncated } from "../read/errors.ts";
import { appendedTo, areDisclosuresSigned, mostDisclosures } from "../read/sdJwt.ts";
import { disclosureUnsigned, keyBindingUnchecked, tooManyDisclosures } from "./errors.ts";

/** Why what follows the signed part of a token is refused, though the signature is right; undefined for a plain token. */
export async function disclosureFault(compact: string, decoded: Decoded): Promise<Fault | undefined> {
  const appended = appendedTo(compact);
  if (appended === undefined) return undefined;
  if (appended.keyBinding !== undefined) return keyBindingUnchecked();
  if (!appended.isClosed) return tokenTruncated();
  if (appended.disclosures.length > mostDisclosures) return tooManyDisclosures();
  const { claims = { members: [] } } = exactParts(decoded);
  return (await areDisclosuresSigned(compact, claims)) ? undefined : disclosureUnsigned();
}
