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
