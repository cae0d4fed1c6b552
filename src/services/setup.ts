import type { Key } from "../core/keys/key.ts";
import type { Profile } from "../core/profile.ts";
import { warnOfVolatileStore } from "./keys/keyReport.ts";
import type { Services } from "./services.ts";

/** Stores a new key and the profile that uses it: both, or neither. */
export async function saveSetup<P extends Profile & { readonly key: string }>(
  { keys, profiles }: Pick<Services, "keys" | "profiles">,
  profile: P,
  key: Key,
): Promise<P> {
  const summary = await keys.put(profile.key, key);
  try {
    await profiles.save(profile);
  } catch (error) {
    await keys.delete(profile.key);
    throw error;
  }
  void warnOfVolatileStore({ keys }, summary);
  return profile;
}
