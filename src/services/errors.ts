import { UserError } from "../core/errors.ts";
import { quoted } from "../core/visible.ts";

/** How to give VS Code a keyring, in VS Code's own documentation. */
const KEYRING_GUIDE = "https://code.visualstudio.com/docs/configure/settings-sync#_troubleshooting-keychain-issues";

export const keyLost = (name: string) =>
  new UserError(
    "SECRET_LOST",
    `The key ${quoted(name)} is no longer on this machine. Import it again under that name.`,
  );

export const keyDamaged = (name: string) =>
  new UserError(
    "SECRET_DAMAGED",
    `The key ${quoted(name)} is stored in a form that cannot be read, and nothing was deleted. Import it again under that name to replace it.`,
  );

export const keyNotStored = (name: string) =>
  new UserError(
    "SECRET_STORE_UNAVAILABLE",
    `VS Code's secret storage did not keep the key ${quoted(name)}. Unlock or set up your system's keyring and import it again.`,
    KEYRING_GUIDE,
  );

export const keyNotDeleted = (name: string) =>
  new UserError(
    "SECRET_STORE_UNAVAILABLE",
    `VS Code's secret storage did not delete the key ${quoted(name)}. Unlock your system's keyring and delete it again.`,
    KEYRING_GUIDE,
  );

export const secretStoreUnreadable = () =>
  new UserError(
    "SECRET_STORE_UNAVAILABLE",
    "VS Code's secret storage could not be read, and nothing was deleted. Unlock your system's keyring and try again.",
    KEYRING_GUIDE,
  );

/** `limit` in milliseconds. */
export const secretStoreLate = (limit: number) =>
  new UserError(
    "SECRET_STORE_UNAVAILABLE",
    `VS Code's secret storage has not answered for ${limit / 1000} seconds. Unlock your system's keyring if it asks, look whether the key is there, and try again.`,
    KEYRING_GUIDE,
  );

export const secretStoreVolatile = () =>
  new UserError(
    "SECRET_STORE_VOLATILE",
    "VS Code's secret storage was empty after its last start: without a keyring, keys vanish when VS Code closes. Set up a keyring and import them again.",
    KEYRING_GUIDE,
  );

export const gitIgnoreIsLink = () =>
  new UserError(
    "GITIGNORE_IS_LINK",
    "This .gitignore is a symbolic link, which git does not follow, so it was left as it is. Replace it with a file of its own, then add the line.",
  );

export const gitIgnoreNotWritten = () =>
  new UserError(
    "GITIGNORE_NOT_WRITTEN",
    "The .gitignore could not be written. Make it writable, or add the file to it by hand.",
  );

/** At most this many names stand in one message. */
const NAMES = 5;

const listed = (names: readonly string[]) => {
  const more = names.length > NAMES ? ` and ${names.length - NAMES} more` : "";
  return `${names.length === 1 ? "key" : "keys"} ${names
    .slice(0, NAMES)
    .map((name) => quoted(name))
    .join(", ")}${more}`;
};

export const keysLost = (names: readonly string[]) =>
  `No longer on this machine: the ${listed(names)}. Import again under the same name, and profiles work as before.`;

export const keysDamaged = (names: readonly string[]) =>
  `Not readable, and nothing was deleted: the ${listed(names)}. Import again under the same name to replace what is stored.`;
