import { userError } from "../../errors.ts";

export const secretEmpty = () =>
  userError("SECRET_EMPTY", "The secret is empty.", "Paste the secret that the service gave you, or generate one.");

export const secretTooLong = () =>
  userError(
    "SECRET_TOO_LONG",
    "The secret is over 64 KB, so it is probably the wrong file.",
    "Choose the secret alone.",
  );

export const secretEncodingUnknown = (known: readonly string[]) =>
  userError(
    "SECRET_ENCODING_UNKNOWN",
    "That is not a known encoding of a secret.",
    `Choose one of ${known.join(", ")}.`,
  );

/** `position` counts characters from 1. */
export const secretBadHex = (position: number) =>
  userError(
    "SECRET_BAD_HEX",
    `The secret is not hexadecimal: position ${position} is not one of 0-9 and a-f.`,
    "Correct it, or choose another encoding.",
  );

export const secretOddHex = () =>
  userError(
    "SECRET_BAD_HEX",
    "The secret has an odd number of hexadecimal digits, so one is missing.",
    "Copy it again.",
  );

export const secretBadBase64 = (encoding: "base64" | "base64url") =>
  userError(
    "SECRET_BAD_BASE64",
    `The secret is not valid ${encoding}.`,
    "Copy the whole of it, or choose another encoding.",
  );

export const secretNotUnicode = () =>
  userError(
    "SECRET_NOT_UNICODE",
    "The secret holds half a character (a lone surrogate), which has no bytes.",
    "Copy it again, or enter it as hex or base64.",
  );

export const secretIsPrivateKey = () =>
  userError(
    "SECRET_IS_PRIVATE_KEY",
    "This is a private key, not an HMAC secret.",
    "Choose RS256, PS256, ES256 or EdDSA, whichever fits the key, and import it again.",
  );

export const secretIsPublicKey = () =>
  userError(
    "SECRET_IS_PUBLIC_KEY",
    "This is a public key or certificate, which must never be an HMAC secret: everyone who has it could forge tokens.",
    "Choose the secret itself.",
  );
