import { fault, userError } from "../../errors.ts";
import type { ExactJson } from "../../exactJson.ts";
import { describeDuration } from "../../duration.ts";
import { mostDisclosures } from "../read/sdJwt.ts";
import { shown } from "../../visible.ts";
import { shownValue } from "../inspect/shownValue.ts";
import { describeMoment } from "../words/state.ts";

export const nonCanonical = () =>
  fault(
    "TOKEN_NON_CANONICAL",
    "The last character of a part was changed without changing the bytes it stands for.",
    "Copy the token again from where it was made.",
  );

export const encryptedToken = () =>
  userError("JWE_NOT_SIGNED", "This token is encrypted (JWE), so it has no signature to verify.", "Decrypt it first.");

export const unsigned = () =>
  userError("ALG_NONE", "This token is unsigned (alg none), so nobody vouches for it.", "Have it signed with a key.");

export const unsupportedAlg = (alg: ExactJson | undefined) =>
  userError(
    "ALG_UNSUPPORTED",
    `The header's alg is ${alg === undefined ? "missing" : shownValue(alg)}, which is no signature algorithm known here.`,
    "Have the token signed with another.",
  );

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

export const unencodedClaims = () =>
  fault(
    "B64_FALSE_IN_JWT",
    "The claims are not encoded (b64 false), and a JWT's must be (RFC 7797 §7).",
    "Have the token made without b64.",
  );

export const signatureMissing = () =>
  userError("SIG_MISSING", "This token has no signature, though its alg promises one.", "Copy the whole token.");

export const signatureLengthWrong = (bytes: number, needed: number, alg: string) =>
  userError(
    "SIG_LENGTH",
    `The signature has ${bytes} of ${needed} bytes that ${alg} has.`,
    "Copy the whole token, or have it signed again.",
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
    "This SD-JWT ends with a token that binds it to a key, which is not checked here.",
    "Verify it without that token, up to the last tilde.",
  );

export const claimMissing = (name: string) =>
  userError("CLAIM_MISSING", `${shown(name)} is missing, and it is required.`, "Have the token made with it.");

export const typWrong = (typ: ExactJson | undefined) =>
  userError(
    "HEADER_TYP_WRONG",
    `The header's typ is ${shownValue(typ)} and not "JWT".`,
    "Have the token made with typ JWT.",
  );

export const claimNotNumber = (claim: string) =>
  userError(
    "CLAIM_NOT_NUMBER",
    `${claim} is no number of seconds since 1970 (RFC 7519 §2).`,
    "Have the token made with a number.",
  );

export const tokenExpired = (exp: number, now: number) =>
  userError(
    "CLAIM_EXPIRED",
    `This token expired ${describeDuration(now - exp)} ago, ${describeMoment(exp)}.`,
    "Get a new one.",
  );

export const notYetValid = (nbf: number, now: number) =>
  userError(
    "CLAIM_NOT_YET_VALID",
    `This token becomes valid in ${describeDuration(Math.ceil(nbf - now))}, ${describeMoment(nbf)}.`,
    "Wait until then.",
  );

export const issuedInFuture = (iat: number, now: number) =>
  userError(
    "CLAIM_IAT_FUTURE",
    `This token was issued ${Math.ceil(iat - now)} s in the future, ${describeMoment(iat)}.`,
    "Set the clock, or allow that skew.",
  );
