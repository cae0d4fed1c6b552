import { quoted } from "./visible.ts";

/**
 * A failure the user can mend. `message` is one sentence for what happened and one for what to do,
 * and never holds key or token material. `code` is stable, so that tests need not know the wording.
 * `link` is a page that says how to mend it.
 */
export class UserError extends Error {
  readonly code: string;
  readonly link: string | undefined;

  constructor(code: string, message: string, link?: string) {
    super(message);
    this.name = "UserError";
    this.code = code;
    this.link = link;
  }
}

/** What work gives, or the failure that the user can mend; throws any other. */
export async function orUserError<T>(work: Promise<T>): Promise<T | UserError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

export const keyMissing = (name: string) =>
  new UserError("KEY_MISSING", `The key ${quoted(name)} is not on this machine. Import it again under that name.`);

export const windowKeyMissing = (name: string) =>
  new UserError(
    "KEY_MISSING",
    `The key ${quoted(name)} was for one window only, and this window does not have it. Import or generate it again under that name.`,
  );

export const keyNameTaken = (name: string) =>
  new UserError(
    "KEY_NAME_TAKEN",
    `A stored key is named ${quoted(name)}, and a key for this window only would hide it. Choose another name.`,
  );

export const keyNameUsed = (name: string) =>
  new UserError(
    "KEY_NAME_TAKEN",
    `There is or was a key ${quoted(name)} already, and profiles may use it. Choose another name, or delete that key first.`,
  );

export const keyNameInvalid = () =>
  new UserError("KEY_NAME_INVALID", "A key needs a name of 1 to 100 characters. Give it one, such as lirium-sandbox.");

export const profileMissing = (name: string) =>
  new UserError(
    "PROFILE_MISSING",
    `There is no profile ${quoted(name)}. Check the name in the setting jwtMint.profiles.`,
  );

export const profileNameTaken = (name: string) =>
  new UserError(
    "PROFILE_NAME_TAKEN",
    `There is a profile ${quoted(name)} already. Choose another name, or delete it first.`,
  );

export const profileNameInvalid = () =>
  new UserError("PROFILE_NAME_INVALID", "A profile needs a name. Give it one, such as Lirium sandbox.");

export const profileOfWorkspace = (name: string) =>
  new UserError(
    "PROFILE_OF_WORKSPACE",
    `The profile ${quoted(name)} stands in this workspace's settings. Change it there, or save one of your own under that name.`,
  );

export const profileUnconfirmed = (name: string, key: string) =>
  new UserError(
    "PROFILE_UNCONFIRMED",
    `The profile ${quoted(name)} comes from this workspace, and you have not let the key ${quoted(key)} sign for it. Confirm it once by minting with it from the palette (JWT Mint: Mint Token…).`,
  );

export const profileInvalid = (name: string, reason: string) =>
  new UserError(
    "PROFILE_INVALID",
    `The profile ${quoted(name)} is not complete: ${reason}. Correct it in the setting jwtMint.profiles.`,
  );

export const settingsNotWritten = () =>
  new UserError(
    "SETTINGS_NOT_WRITTEN",
    "VS Code could not write your settings. Save or repair the settings file that is open and try again.",
  );

export const argumentInvalid = (reason: string) =>
  new UserError(
    "ARGUMENT_INVALID",
    `The command's argument is not right: ${reason}. Correct it and call the command again.`,
  );

export const noEditor = () =>
  new UserError(
    "NO_EDITOR",
    "No file is open to put the token into. Open a .http file, click into a request and try again.",
  );

export const noRequestFile = () =>
  new UserError(
    "NO_REQUEST_FILE",
    "No file with requests is open to put the token into. Open a .http file, click into a request and try again.",
  );

export const fileUnreadable = () =>
  new UserError("FILE_UNREADABLE", "The file could not be read. Check that it is there and that you may read it.");

export const payloadTooLarge = () =>
  new UserError("PAYLOAD_TOO_LARGE", "That file is over 16 MB, which is not read. Verify the token with a program.");

export const fileNotWritten = () =>
  new UserError("FILE_NOT_WRITTEN", "The file could not be written. Choose a folder that you may write to.");

export const fileExists = () =>
  new UserError("FILE_EXISTS", "There is a file of that name already, and it was not touched. Choose another name.");

export const fileInWorkspace = () =>
  new UserError(
    "FILE_IN_WORKSPACE",
    "That place is inside the workspace, from where a private key is easily committed or shared. Choose a folder outside.",
  );

export const fileNotDeleted = () =>
  new UserError("FILE_NOT_DELETED", "The file could not be deleted. Make sure that you may, or delete it by hand.");

export const fileIsDirectory = () =>
  new UserError("FILE_IS_DIRECTORY", "That is a folder. Choose the key file inside it.");

export const editNotApplied = () =>
  new UserError(
    "EDIT_NOT_APPLIED",
    "The file could not be changed. If it is read-only, make it writable and try again.",
  );

export const profileUnclear = (fitting: readonly string[]) =>
  new UserError(
    "PROFILE_UNCLEAR",
    fitting.length === 0
      ? 'No profile gives the claims of the token here. Name one as "profile", or run JWT Mint: Refresh Token and choose.'
      : `Several profiles give the claims of the token here: ${fitting.map((name) => quoted(name)).join(", ")}. Name one of them as "profile".`,
  );

export const noSender = () =>
  new UserError(
    "NO_SENDER",
    "The token is fresh, but nothing here can send the request. Install REST Client or httpYac and send it again.",
  );

export const noKeys = () =>
  new UserError("NO_KEYS", "There is no such key on this machine. Run JWT Mint: Import Key… first.");

export const noLostKeys = () => new UserError("NO_LOST_KEYS", "No key is lost. Run JWT Mint: Import Key… to add one.");

export const noProfiles = () =>
  new UserError("NO_PROFILES", "There is no profile yet. Run JWT Mint: Save Profile… first.");
