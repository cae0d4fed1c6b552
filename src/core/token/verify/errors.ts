import { fault, userError } from "../../errors.ts";
import type { ExactJson } from "../../exactJson.ts";
import { mostDisclosures } from "../read/sdJwt.ts";
import { shown } from "../../visible.ts";
import { shownValue } from "../inspect/shownValue.ts";

export const encryptedToken = () =>
  userError("JWE_NOT_SIGNED", "This token is encrypted (JWE), so it has no signature to verify.", "Decrypt it first.");

export const algRefused = (alg: string, allowed: readonly string[]) =>
  userError(
    "ALG_NOT_ALLOWED",
    `The token is signed with ${alg}, and ${allowed.length === 0 ? "no algorithm is" : `only ${allowed.map((each) => shown(each)).join(", ")} ${allowed.length === 1 ? "is" : "are"}`} allowed.`,
    "Allow it, or have the token signed with another.",
  );

export const keyMembersRefused = (members: readonly string[]) =>
  userError(
    "HEADER_REFUSED",
    `The header names a key of its own (${members.join(", ")}), which proves nothing and is never fetched.`,
    "Verify a token without it, or ignore it on purpose.",
  );

export const noSuchKid = (kid: ExactJson | undefined, kids: readonly string[]) =>
  userError(
    "JWKS_NO_MATCH",
    `There is no key with kid ${shownValue(kid)} in the set, which has ${kids.slice(0, 8).map(shownValue).join(", ")}.`,
    "Get the set that the token's issuer publishes now.",
  );

export const signatureInvalid = () =>
  userError(
    "SIG_INVALID",
    "The signature does not fit: the token was changed, or another key made it.",
    "Check that the key is its issuer's.",
  );

export const payloadMissing = () =>
  userError(
    "SIG_INVALID",
    "The signature does not fit an empty payload.",
    "If the payload is detached, give it together with the token.",
  );

export const payloadSignatureInvalid = () =>
  userError(
    "SIG_INVALID",
    "The signature does not fit this payload: it differs from the one that was signed, or another key made the signature.",
    "Give the payload byte for byte, and check that the key is its issuer's.",
  );

export const payloadAttached = () =>
  userError(
    "PAYLOAD_ATTACHED",
    "This token carries its payload, so none can be given beside it.",
    "Verify the token alone.",
  );

export const disclosureUnsigned = () =>
  fault(
    "SD_DISCLOSURE_UNSIGNED",
    "The signed part of this SD-JWT does not vouch for one of its disclosures, so it was added or changed.",
    "Get the token again.",
  );

export const tooManyDisclosures = () =>
  fault(
    "SD_TOO_MANY",
    `This SD-JWT has more than ${mostDisclosures} disclosures, too many to be checked here.`,
    "Have it sent with fewer.",
  );

export const keyBindingUnchecked = () =>
  fault(
    "SD_KEY_BINDING",
    "This SD-JWT ends with a key-binding token, which is not checked here.",
    "Verify it without that token, up to the last tilde.",
  );

export const claimMissing = (name: string) =>
  userError("CLAIM_MISSING", `${shown(name)} is required but missing.`, "Have the token made with it.");

export const typWrong = (typ: ExactJson | undefined) =>
  userError(
    "HEADER_TYP_WRONG",
    `The header's typ is ${shownValue(typ)} and not "JWT".`,
    "Have the token made with typ JWT.",
  );
