import { keyNameUsed } from "./errors.ts";
import type { Services } from "../services.ts";
import { checkKeyName, type KeyStore } from "./keyStore.ts";

/** Throws KEY_MISSING, KEY_NAME_INVALID or KEY_NAME_TAKEN where a key cannot get another name. */
export async function checkKeyRename(keys: KeyStore, from: string, to: string): Promise<void> {
  await keys.get(from);
  checkKeyName(to);
  if (to === from) return;
  const lost = (await keys.lost()).some(({ name }) => name === to);
  if (lost || (await keys.list()).some(({ name }) => name === to)) throw keyNameUsed(to);
}

/**
 * Gives a key another name, in the profiles that use it too: all of it, or nothing.
 * Throws KEY_MISSING, KEY_NAME_INVALID, KEY_NAME_TAKEN, SECRET_STORE_UNAVAILABLE or SETTINGS_NOT_WRITTEN.
 */
export async function renameKey(
  { keys, profiles }: Pick<Services, "keys" | "profiles">,
  from: string,
  to: string,
): Promise<void> {
  await checkKeyRename(keys, from, to);
  if (to === from) return;
  const key = await keys.get(from);
  const windowOnly = (await keys.list()).some((summary) => summary.name === from && summary.windowOnly === true);
  // In this order, so that whatever ends it, each profile names a key that is there.
  await keys.put(to, key, { windowOnly });
  try {
    await profiles.replaceKey(from, to);
  } catch (error) {
    await keys.delete(to);
    throw error;
  }
  try {
    await keys.delete(from);
  } catch (error) {
    await profiles.replaceKey(to, from);
    await keys.delete(to);
    throw error;
  }
}
