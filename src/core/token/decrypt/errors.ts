import { userError } from "../../errors.ts";

export const decryptionUnsupported = (name: string) =>
  userError(
    "DECRYPTION_UNSUPPORTED",
    `This token is encrypted with ${name}, which is unsafe or not supported here.`,
    "Ask its sender for RSA-OAEP-256, ECDH-ES or A256GCMKW.",
  );

export const decryptionTooCostly = (rounds: number) =>
  userError(
    "DECRYPTION_TOO_COSTLY",
    `This token asks for ${rounds} rounds of password hashing, more than any sender needs.`,
    "Do not open it.",
  );

export const decryptionTooLarge = () =>
  userError("JWE_TOO_LARGE", "The content inflates to more than 250 KB, which no token needs.", "Do not open it.");

export const decryptionFailed = () =>
  userError(
    "DECRYPTION_FAILED",
    "This key does not open the token, or the token was changed.",
    "Choose the recipient's key.",
  );

export const decryptionKeyInvalid = (reason: string) =>
  userError("DECRYPTION_KEY_INVALID", `This key cannot open the token: ${reason}.`, "Choose another key.");
