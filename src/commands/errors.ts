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
      ? "No profile matches the claims of this token."
      : `Several profiles match the claims of this token: ${fitting.map((name) => quoted(name)).join(", ")}.`,
    fitting.length === 0
      ? 'Name one as "profile", or run JWT Mint: Refresh Token and choose.'
      : 'Name one of them as "profile".',
  );

export const noSender = () =>
  userError(
    "NO_SENDER",
    "The token was refreshed, but no extension that can send requests is installed.",
    "Install REST Client or httpYac and try again.",
  );
