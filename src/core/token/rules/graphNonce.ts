import { type Fault, fault } from "../../errors.ts";
import type { Decoded } from "../read/decode.ts";

const audiences: ReadonlySet<unknown> = new Set([
  "00000003-0000-0000-c000-000000000000",
  "https://graph.microsoft.com",
  "https://graph.microsoft.com/",
]);

/** Microsoft signs tokens for Graph over the hash of the nonce that is sent in its place, so the header that is read was never signed. */
export function graphNonceFault({ header, claims }: Decoded): Fault | undefined {
  const isForGraph = typeof header["nonce"] === "string" && audiences.has(claims?.["aud"]);
  return isForGraph ? nonceHashed() : undefined;
}

const nonceHashed = () =>
  fault(
    "NONCE_HASHED",
    "This is a token for Microsoft Graph, signed over a hash of its nonce, so nobody but Graph can verify it.",
    "Verify tokens whose audience is your own API.",
  );
