import { UserError } from "../errors.ts";

export const tokenInvalid = (reason: string) =>
  new UserError("TOKEN_INVALID", `This is not a JSON Web Token: ${reason}. Copy the whole token and try again.`);

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
