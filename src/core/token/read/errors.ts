import { fault, userError } from "../../errors.ts";

export const tokenEmpty = () => fault("TOKEN_EMPTY", "The token is empty.", "Copy the whole token and try again.");

/** `hint` as a sentence about what else the text may be. */
export const tokenSegments = (count: number, hint = "Copy the whole token and try again.") =>
  fault("TOKEN_SEGMENTS", `This has ${count} ${count === 1 ? "part" : "parts"}, a JWT has 3 (5 if encrypted).`, hint);

export const tokenJson = () =>
  fault(
    "TOKEN_JSON_SERIALIZATION",
    "This is a JWS or JWE in JSON form, and the JSON form is not a JWT.",
    "Use its compact form, three or five parts between dots.",
  );

export const tokenPadded = () =>
  fault(
    "TOKEN_PADDED",
    '"=" padding is not allowed in a JWT (RFC 7515 §2), so many libraries refuse this token; load balancers of AWS write it.',
    'Leave the "=" where they are, since they may be signed, and verify with a library that takes them.',
  );

export const tokenPaddedWrongly = () =>
  fault(
    "TOKEN_PADDED",
    '"=" padding is not allowed in a JWT (RFC 7515 §2), and here it does not fit the length of its part either.',
    "Copy the token again from where it was made.",
  );

export const severalTokens = (count: number) =>
  userError("TOKENS_SEVERAL", `There are ${count} tokens in this text.`, "Give one of them alone.");

export const tokenLineBreak = () =>
  fault("TOKEN_LINE_BREAK", "There is a line break inside this token.", "Put it on one line, without white space.");

export const tokenTruncated = () =>
  fault("TOKEN_TRUNCATED", "This token was cut short.", "Copy it whole from where it was made, not from a log.");

/** `what` names the character in words, such as "white space". */
export const tokenBadCharacter = (what: string) =>
  fault(
    "TOKEN_BAD_CHARACTER",
    `This holds ${what}, which a token cannot contain (RFC 7515 §2).`,
    "Copy the whole token, and nothing but the token.",
  );

export const headerNotObject = () =>
  fault(
    "HEADER_NOT_OBJECT",
    "This is not a JWT: its header, the first part, is not a JSON object in base64url.",
    "Copy the whole token and try again.",
  );

export const tokenNotEditable = (kind: "JWS" | "JWE") =>
  userError(
    "TOKEN_NOT_EDITABLE",
    kind === "JWE"
      ? "This token is encrypted, so its claims cannot be loaded into the form."
      : "This token's payload is not a JSON object, so there are no claims to load into the form.",
    kind === "JWE" ? "Decrypt it first." : "Paste another token.",
  );

export const noToken = () =>
  userError("NO_TOKEN", "There is no longer a token at the cursor.", "Put the cursor on one and try again.");

export const noPayload = () =>
  userError(
    "NO_PAYLOAD",
    "The payload of this token is not a JSON object, or it is encrypted.",
    "Inspect the token to see what it is.",
  );
