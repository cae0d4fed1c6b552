import { userError } from "../core/errors.ts";
import { quoted } from "../core/visible.ts";

export const argumentUnwanted = () =>
  userError(
    "ARGUMENT_INVALID",
    "This command takes no argument: it is for a person alone.",
    "Run it by hand, from the palette or a view.",
  );

export const profileUnclear = (fitting: readonly string[]) =>
  userError(
    "PROFILE_UNCLEAR",
    fitting.length === 0
      ? "No profile gives the claims of the token here."
      : `Several profiles give the claims of the token here: ${fitting.map((name) => quoted(name)).join(", ")}.`,
    fitting.length === 0
      ? 'Name one as "profile", or run JWT Mint: Refresh Token and choose.'
      : 'Name one of them as "profile".',
  );

export const noSender = () =>
  userError(
    "NO_SENDER",
    "The token is fresh, but nothing here can send the request.",
    "Install REST Client or httpYac and send it again.",
  );
