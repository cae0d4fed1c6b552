import { UserError } from "../../errors.ts";

export const tokenEmpty = () => new UserError("TOKEN_EMPTY", "The token is empty. Copy the whole token and try again.");

/** `hint` as a sentence about what else the text may be. */
export const tokenSegments = (count: number, hint = "Copy the whole token and try again.") =>
  new UserError(
    "TOKEN_SEGMENTS",
    `This has ${count} ${count === 1 ? "part" : "parts"}, a JWT has 3 between dots (encrypted, 5). ${hint}`,
  );

export const tokenJson = () =>
  new UserError(
    "TOKEN_JSON_SERIALIZATION",
    "This is a JWS or JWE in JSON form, and the JSON form is not a JWT. Use its compact form, three or five parts between dots.",
  );

export const tokenPadded = () =>
  new UserError(
    "TOKEN_PADDED",
    'This token has "=" padding, and padding is not allowed in a JWT (RFC 7515 §2). Take the "=" off, or have the token made again.',
  );

export const tokenLineBreak = () =>
  new UserError(
    "TOKEN_LINE_BREAK",
    "A line break stands inside this token. Put it on one line, without the white space that came along.",
  );

export const tokenTruncated = () =>
  new UserError("TOKEN_TRUNCATED", "This token was cut short. Copy it whole from where it was made, not from a log.");

/** `what` names the character in words, such as "white space". */
export const tokenBadCharacter = (what: string) =>
  new UserError(
    "TOKEN_BAD_CHARACTER",
    `This holds ${what}, which no part of a token may (RFC 7515 §2). Copy the whole token, and nothing but the token.`,
  );

export const headerNotObject = () =>
  new UserError(
    "HEADER_NOT_OBJECT",
    "This is not a JWT: its header, the first part, is no JSON object in base64url. Copy the whole token and try again.",
  );

export const tokenNotEditable = (kind: "JWS" | "JWE") =>
  new UserError(
    "TOKEN_NOT_EDITABLE",
    kind === "JWE"
      ? "This token is encrypted, so its claims cannot be loaded into the form. Decrypt it first."
      : "This token's payload is no JSON object, so there are no claims to load into the form. Paste another token.",
  );

export const noToken = () =>
  new UserError("NO_TOKEN", "There is no token at the cursor any more. Put the cursor on one and try again.");

export const noPayload = () =>
  new UserError(
    "NO_PAYLOAD",
    "The payload of this token is no JSON object, or it is encrypted. Inspect the token to see what it is.",
  );
