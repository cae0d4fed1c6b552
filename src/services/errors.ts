import { userError } from "../core/errors.ts";

export const gitIgnoreIsLink = () =>
  userError(
    "GITIGNORE_IS_LINK",
    "This .gitignore is a symbolic link, which git does not follow, so it was left as it is.",
    "Replace it with a file of its own, then add the line.",
  );

export const gitIgnoreNotWritten = () =>
  userError(
    "GITIGNORE_NOT_WRITTEN",
    "The .gitignore could not be written.",
    "Make it writable, or add the file to it by hand.",
  );

export const settingsNotWritten = () =>
  userError(
    "SETTINGS_NOT_WRITTEN",
    "VS Code could not write your settings.",
    "Save or repair the settings file that is open and try again.",
  );

export const fileUnreadable = () =>
  userError("FILE_UNREADABLE", "The file could not be read.", "Check that it exists and that you can read it.");

export const fileIsDirectory = () =>
  userError("FILE_IS_DIRECTORY", "That is a folder.", "Choose the key file inside it.");

export const payloadTooLarge = () =>
  userError(
    "PAYLOAD_FILE_TOO_LARGE",
    "That file is over 16 MB, which is not read.",
    "Verify the token with a program.",
  );
