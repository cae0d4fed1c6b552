import { userError } from "../../core/errors.ts";
import { quoted } from "../../core/visible.ts";

export const profileMissing = (name: string) =>
  userError(
    "PROFILE_MISSING",
    `There is no profile ${quoted(name)}.`,
    "Check the name in the setting jwtMint.profiles.",
  );

export const profileNameTaken = (name: string) =>
  userError(
    "PROFILE_NAME_TAKEN",
    `A profile ${quoted(name)} exists already.`,
    "Choose another name, or delete it first.",
  );

export const profileNameInvalid = () =>
  userError("PROFILE_NAME_INVALID", "A profile needs a name.", "Give it one, such as Lirium sandbox.");

export const profileOfWorkspace = (name: string) =>
  userError(
    "PROFILE_OF_WORKSPACE",
    `The profile ${quoted(name)} is defined in this workspace's settings.`,
    "Change it there, or save one of your own under that name.",
  );

export const profileUnconfirmed = (name: string, key: string) =>
  userError(
    "PROFILE_UNCONFIRMED",
    `The profile ${quoted(name)} comes from this workspace, and you have not allowed the key ${quoted(key)} to sign for it.`,
    "Confirm it once by minting with it from the palette (JWT Mint: Mint Token…).",
  );
