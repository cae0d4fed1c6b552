import { algorithms, isAlg } from "../../core/algorithms.ts";
import { decode, isDetached } from "../../core/token/read/decode.ts";
import type { SignatureCheck, Verification } from "../../core/token/verify/verifyToken.ts";
import { fits } from "../../core/keys/check/fit.ts";
import type { VerifyRules } from "../../services/inspecting.ts";
import { askModal } from "../../services/notify.ts";
import type { Services } from "../../services/services.ts";
import { type AnyKey, askAnyKey } from "../keys/anyKey.ts";
import { askKeysElsewhere } from "../keys/keysAtUrl.ts";
import { askPayload } from "./askPayload.ts";

const place = { title: "Verify Token" };

/**
 * Verifies a token with a key that the user chooses, and asks for a detached payload. Throws UserError for a key that cannot be read, CancellationError.
 */
export async function askVerification(services: Services, compact: string): Promise<AskedVerification> {
  const { kind, header, claims } = decode(compact);
  const alg = typeof header["alg"] === "string" && isAlg(header["alg"]) ? header["alg"] : undefined;
  const payload = kind === "JWS" && isDetached(compact) ? await askPayload(place) : undefined;
  const issuer = claims?.["iss"];
  const url = { inspecting: services.inspecting, issuer: typeof issuer === "string" ? issuer : undefined };
  const given = await askAnyKey(
    {
      stored: (await services.keys.list()).filter((key) => alg !== undefined && fits(key, alg)),
      placeholder: `Which key should verify the signature${alg === undefined ? "" : ` (${alg})`}?`,
      what: "key",
      prompt:
        "The public key in PEM or JWK form, a certificate, a JWK Set, an OpenID configuration, or the shared secret. It is not stored.",
      url,
    },
    place,
  );
  // A secret is nowhere to be had, so that a text that looks like a URL is one.
  const isShared = alg !== undefined && algorithms[alg].kty === "oct";
  const keys = "text" in given && !isShared ? await askKeysElsewhere(url, given.text) : undefined;
  const chosen = keys === undefined ? given : { name: "a key of that URL", text: keys };
  return { chosen, outcome: await verifyBy(services, { compact, chosen }, payload && { payload }) };
}

interface AskedVerification {
  readonly chosen: AnyKey;
  readonly outcome: Verification;
}

interface KeyAtHand {
  readonly compact: string;
  readonly chosen: AnyKey;
}

async function verifyBy(services: Services, order: KeyAtHand, rules: VerifyRules = {}): Promise<Verification> {
  const { compact, chosen } = order;
  const outcome = await services.inspecting.verify(compact, "stored" in chosen ? chosen : chosen.text, rules);
  if (outcome.code === "HEADER_REFUSED") {
    // Some issuers put a thumbprint or chain into every token; the key is the chosen one all the same.
    await askModal("Verify this token anyway?", outcome.reason ?? "", "Ignore and Verify");
    return verifyBy(services, order, { ...rules, ignoreKeyMembers: true });
  }
  return outcome;
}

/** The same, as the panel shows it. */
export async function askAndVerify(services: Services, compact: string): Promise<SignatureCheck> {
  const { chosen, outcome } = await askVerification(services, compact);
  // The claims are judged by the findings: a token that has expired is signed all the same.
  const verified = outcome.checks.includes("signature");
  return {
    signature: verified ? "verified" : "failed",
    key: "stored" in chosen || outcome.key === undefined ? chosen.name : `${chosen.name} (${outcome.key})`,
    ...(outcome.reason !== undefined && { reason: outcome.reason }),
  };
}
