import { userError } from "../core/errors.ts";
import { quoted } from "../core/visible.ts";

export const fileExists = () =>
  userError("FILE_EXISTS", "There is a file of that name already, and it was not touched.", "Choose another name.");

export const fileInWorkspace = () =>
  userError(
    "FILE_IN_WORKSPACE",
    "That place is inside the workspace, from where a private key is easily committed or shared.",
    "Choose a folder outside.",
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
