import { UserError } from "../errors.ts";

export const tokenInvalid = (reason: string) =>
  new UserError("TOKEN_INVALID", `This is not a JSON Web Token: ${reason}. Copy the whole token and try again.`);
