import { isAlg } from "../../core/algorithms.ts";
import { decode } from "../../core/token/read/decode.ts";
import type { SignatureCheck, Verification } from "../../core/token/verify/verification.ts";
import { fits } from "../../core/keys/check/fit.ts";
import { askModal } from "../../services/notify.ts";
import type { Services } from "../../services/services.ts";
import { type AnyKey, askAnyKey } from "../keys/anyKey.ts";

/** Verifies a token with a key that the user chooses. Throws UserError for a key that cannot be read, CancellationError. */
export async function askVerification(
  { inspecting, keys }: Services,
  compact: string,
): Promise<{ readonly chosen: AnyKey; readonly outcome: Verification }> {
  const { header, claims } = decode(compact);
  const known = typeof header["alg"] === "string" && isAlg(header["alg"]) ? header["alg"] : undefined;
  const issuer = claims?.["iss"];
  const question = {
    stored: (await keys.list()).filter((key) => known !== undefined && fits(key, known)),
    placeholder: `Which key is the signature verified with${known === undefined ? "" : ` (${known})`}?`,
    what: "key",
    prompt: "The public key in PEM or JWK form, a certificate, a JWK Set, or the shared secret. It is not stored.",
    url: { inspecting, issuer: typeof issuer === "string" ? issuer : undefined },
  };
  const chosen = await askAnyKey(question, { title: "Verify Token" });
  const key = "stored" in chosen ? chosen : chosen.text;
  const outcome = await inspecting.verify(compact, key);
  if (outcome.code !== "HEADER_REFUSED") return { chosen, outcome };
  // Some issuers put a thumbprint or chain into every token; the key is the chosen one all the same.
  await askModal("Verify this token all the same?", outcome.reason ?? "", "Ignore and Verify");
  return { chosen, outcome: await inspecting.verify(compact, key, { ignoreKeyMembers: true }) };
}

/** The same, as the panel shows it. */
export async function verifyAsking(services: Services, compact: string): Promise<SignatureCheck> {
  const { chosen, outcome } = await askVerification(services, compact);
  // The claims are judged by the findings: a token that has expired is signed all the same.
  const verified = outcome.checks.includes("signature");
  return {
    signature: verified ? "verified" : "failed",
    key: "stored" in chosen || outcome.key === undefined ? chosen.name : `${chosen.name} (${outcome.key})`,
    ...(outcome.reason !== undefined && { reason: outcome.reason }),
  };
}
