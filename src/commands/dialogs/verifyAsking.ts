import { isAlg } from "../../core/algorithms.ts";
import { decode } from "../../core/jwt/decode.ts";
import { misfit } from "../../core/keys/fit.ts";
import type { SignatureCheck } from "../../panel/token/protocol.ts";
import type { Services } from "../../services/services.ts";
import { askAnyKey } from "./anyKey.ts";

/** Verifies a signature with a key that the user chooses. Throws UserError for a key that cannot be read, CancellationError. */
export async function verifyAsking({ inspecting, keys }: Services, compact: string): Promise<SignatureCheck> {
  const { alg } = decode(compact).header;
  const known = typeof alg === "string" && isAlg(alg) ? alg : undefined;
  const stored = (await keys.list()).filter((key) => known !== undefined && misfit(key, known) === undefined);
  const question = {
    stored,
    placeholder: `Which key is the signature verified with${known === undefined ? "" : ` (${known})`}?`,
    what: "key",
    prompt: "The public key in PEM or JWK form, a certificate, a JWK Set, or the shared secret. It is not stored.",
  };
  const chosen = await askAnyKey(question, { title: "Verify Token" });
  const outcome = await inspecting.verify(compact, "stored" in chosen ? chosen : chosen.text);
  // The claims are judged by the findings: a token that has expired is signed all the same.
  const verified = outcome.checks.includes("signature");
  return {
    signature: verified ? "verified" : "failed",
    key: "stored" in chosen || outcome.key === undefined ? chosen.name : `${chosen.name} (${outcome.key})`,
    ...(outcome.reason !== undefined && { reason: outcome.reason }),
  };
}
