import { userError } from "../../errors.ts";

/** `line` and `column` count from 1. */
export const jsonSyntax = (line: number, column: number) =>
  userError(
    "JSON_SYNTAX",
    `This is not valid JSON: line ${line} column ${column} is wrong.`,
    "JSON has no comments, no trailing commas and double quotes only.",
  );

/** `type` is one of the names in our own table, never input. */
export const noKeyInJson = (type?: string) =>
  userError(
    "KEY_NOT_FOUND_IN_JSON",
    `This JSON has no private_key${type ? ` (type ${type})` : ""} and is not a JWK.`,
    "Choose the JSON key file of a service account, or a private JWK.",
  );

export const jwkShape = () =>
  userError("JWK_SHAPE", 'A JWK must be an object with a "kty" member (RFC 7517 §4).', "Paste the JWK from { to }.");

/** `member` and `shape` are fixed words, never input. */
export const jwkMemberShape = (member: string, shape: string) =>
  userError(
    "JWK_SHAPE",
    `The JWK's "${member}" must be ${shape} (RFC 7517 §4).`,
    "Correct it, or export the JWK again.",
  );

export const jwkKtyMissing = () =>
  userError(
    "JWK_KTY_MISSING",
    'The JWK\'s "kty" is missing (RFC 7517 §4.1).',
    'Add "kty", such as "RSA", "EC", "OKP" or "oct".',
  );

/** `kty` is the right spelling where only the case is wrong. */
export const jwkKtyUnsupported = (kty: string | undefined) =>
  userError(
    "KEY_TYPE_UNSUPPORTED",
    kty === undefined
      ? 'The JWK\'s "kty" cannot sign tokens.'
      : `The JWK's "kty" has the wrong case: it is case-sensitive.`,
    kty === undefined ? 'Use a key with kty "RSA", "EC", "OKP", "AKP" or "oct".' : `Write "${kty}".`,
  );

export const jwkMemberMissing = (members: readonly string[]) =>
  userError(
    "JWK_MEMBER_MISSING",
    `The JWK lacks what its "kty" needs: ${members.join(", ")} missing.`,
    "Export the JWK again.",
  );

export const jwkBase64 = (member: string) =>
  userError("JWK_BASE64", `The JWK's ${member} is not base64url (RFC 7515 §2).`, "Export the JWK again.");

export const jwkCoordLength = (member: string, bytes: number) =>
  userError(
    "JWK_COORD_LENGTH",
    `The JWK's ${member} must be ${bytes} bytes, leading zeros included.`,
    "Export the JWK again.",
  );

export const jwkRsaNoCrt = (members: readonly string[]) =>
  userError(
    "JWK_RSA_NO_CRT",
    `This RSA JWK is missing ${members.join(", ")}, and is too long for them to be computed.`,
    "Export it with p, q, dp, dq and qi, or as PEM.",
  );

export const jwkKidTooLong = () =>
  userError("JWK_KID_TOO_LONG", 'The key\'s "kid" is longer than 1024 characters.', "Shorten it.");

export const keyForEncryption = () =>
  userError(
    "KEY_FOR_ENCRYPTION",
    "This key is marked for encryption (use=enc, or its alg), not for signatures.",
    "Choose the signing key, marked use=sig.",
  );

export const keyOpsForbidSign = () =>
  userError(
    "KEY_OPS_FORBID_SIGN",
    'The JWK\'s key_ops do not allow "sign" (RFC 7517 §4.3).',
    "Choose the key that is meant for signing.",
  );

export const keyOpsForbidVerify = () =>
  userError(
    "KEY_OPS_FORBID_VERIFY",
    'The JWK\'s key_ops do not allow "verify" (RFC 7517 §4.3).',
    "Choose the key that is meant for verifying.",
  );

/** `crv` comes from our own tables, never from the input. */
export const keyCannotSign = (crv: string) =>
  userError(
    "KEY_TYPE_CANNOT_SIGN",
    `This is an ${crv} key, which is for key agreement and cannot sign.`,
    'Choose an Ed25519 or EC key; "openssl genpkey -algorithm ed25519 -out FILE" makes one.',
  );

export const jwksEmpty = () =>
  userError("JWKS_EMPTY", "This JWK Set has no keys in it.", "Choose the set that holds your private key.");

export const jwksShape = () =>
  userError(
    "JWKS_SHAPE",
    'The "keys" of a JWK Set must be an array (RFC 7517 §5.1).',
    "Correct it, or paste one JWK alone.",
  );
