import { userError } from "../../core/errors.ts";
import { quoted } from "../../core/visible.ts";

/** How to give VS Code a keyring, in VS Code's own documentation. */
const KEYRING_GUIDE = "https://code.visualstudio.com/docs/configure/settings-sync#_troubleshooting-keychain-issues";

export const windowKeyMissing = (name: string) =>
  userError(
    "KEY_MISSING",
    `The key ${quoted(name)} was for one window only, and this window does not have it.`,
    "Import or generate it again under that name.",
  );

export const keyNameTaken = (name: string) =>
  userError(
    "KEY_NAME_TAKEN",
    `A stored key is named ${quoted(name)}, and a key for this window only would hide it.`,
    "Choose another name.",
  );

export const keyNameUsed = (name: string) =>
  userError(
    "KEY_NAME_TAKEN",
    `A key ${quoted(name)} exists or existed already, and profiles may use it.`,
    "Choose another name, or delete that key first.",
  );

export const keyNameInvalid = () =>
  userError("KEY_NAME_INVALID", "A key needs a name of 1 to 100 characters.", "Give it one, such as lirium-sandbox.");

export const keyLost = (name: string) =>
  userError("SECRET_LOST", `The key ${quoted(name)} is no longer on this machine.`, "Import it again under that name.");

export const keyDamaged = (name: string) =>
  userError(
    "SECRET_DAMAGED",
    `The key ${quoted(name)} is stored in a form that cannot be read. Nothing was deleted.`,
    "Import it again under that name to replace it.",
  );

export const keyNotStored = (name: string) =>
  userError(
    "SECRET_STORE_UNAVAILABLE",
    `VS Code's secret storage did not keep the key ${quoted(name)}.`,
    "Unlock or set up your system's keyring and import it again.",
    KEYRING_GUIDE,
  );

export const keyNotDeleted = (name: string) =>
  userError(
    "SECRET_STORE_UNAVAILABLE",
    `VS Code's secret storage did not delete the key ${quoted(name)}.`,
    "Unlock your system's keyring and delete it again.",
    KEYRING_GUIDE,
  );

export const secretStoreUnreadable = () =>
  userError(
    "SECRET_STORE_UNAVAILABLE",
    "VS Code's secret storage could not be read. Nothing was deleted.",
    "Unlock your system's keyring and try again.",
    KEYRING_GUIDE,
  );

/** `limit` in milliseconds. */
export const secretStoreLate = (limit: number) =>
  userError(
    "SECRET_STORE_UNAVAILABLE",
    `VS Code's secret storage has not answered for ${limit / 1000} seconds.`,
    "Unlock your system's keyring if it asks, check whether the key is there, and try again.",
    KEYRING_GUIDE,
  );

export const secretStoreVolatile = () =>
  userError(
    "SECRET_STORE_VOLATILE",
    "VS Code's secret storage was empty after its last start: without a keyring, keys vanish when VS Code closes.",
    "Set up a keyring and import them again.",
    KEYRING_GUIDE,
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
  `Not readable (nothing was deleted): the ${listed(names)}. Import again under the same name to replace what is stored.`;
