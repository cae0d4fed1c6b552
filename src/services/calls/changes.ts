import { canonicalJson } from "../../core/json.ts";
import { keyMissing } from "../../core/keys/errors.ts";
import type { Key, KeySummary } from "../../core/keys/key.ts";
import type { Profile } from "../../core/profile.ts";
import { keyDeletion, keyRenaming, keyReplacement } from "../keys/keyQuestions.ts";
import type { Keeping } from "../keys/keyStore.ts";
import { checkKeyRename, renameKey } from "../keys/renameKey.ts";
import { profileUnconfirmed } from "../profiles/errors.ts";
import { profileDeletion, profileRenaming, profileReplacement, variableUse } from "../profiles/profileQuestions.ts";
import type { Profiles } from "../profiles/profiles.ts";
import { renameProfile } from "../profiles/renameProfile.ts";
import type { Question } from "../question.ts";
import type { Services } from "../services.ts";
import { changeNotConfirmed } from "./errors.ts";

/**
 * What a call by argument may change: what is there is replaced, renamed or deleted only when a person agrees, whatever the
 * setting. Each throws CALL_NOT_ALLOWED, and what the change itself throws before anything is asked.
 */
export interface Changes {
  /** Asks nothing for a new name, or for the key that is there already. */
  readonly putKey: (name: string, key: Key, keeping: Keeping) => Promise<KeySummary>;
  readonly deleteKey: (name: string) => Promise<void>;
  readonly renameKey: (from: string, to: string) => Promise<void>;
  /** Asks nothing for a new profile without a variable, or for the one that is there already. */
  readonly saveProfile: (profile: Profile) => Promise<void>;
  readonly deleteProfile: (name: string) => Promise<void>;
  readonly renameProfile: (from: string, to: string) => Promise<void>;
}

/** Asks a person. Resolves to whether the person agrees. */
type Agree = (question: Question) => Promise<boolean>;

export function createChanges(services: Pick<Services, "keys" | "profiles" | "recentToken">, ask: Agree): Changes {
  const { keys, profiles } = services;
  const agree = async (question: Question) => {
    if (!(await ask(question))) throw changeNotConfirmed();
  };
  return {
    async putKey(name, key, keeping) {
      await keys.checkPut(name, keeping);
      const replaces = (await keys.has(name)) && canonicalJson(await keys.find(name)) !== canonicalJson(key);
      if (replaces) await agree(keyReplacement(name));
      return keys.put(name, key, keeping);
    },
    async deleteKey(name) {
      const lost = (await keys.lost()).some((known) => known.name === name);
      if (!lost && !(await keys.has(name))) throw keyMissing(name);
      await agree(await keyDeletion(services, name));
      await keys.delete(name);
    },
    async renameKey(from, to) {
      await checkKeyRename(keys, from, to);
      await agree(keyRenaming(from, to));
      await renameKey(services, from, to);
    },
    async saveProfile(profile) {
      const question = await questionOf(profiles, profile);
      if (question !== undefined) await agree(question);
      await profiles.save(profile);
    },
    async deleteProfile(name) {
      profiles.requireOwn(name);
      await agree(profileDeletion(name));
      await profiles.delete(name);
    },
    async renameProfile(from, to) {
      profiles.checkRename(from, to);
      await agree(profileRenaming(from, to));
      await renameProfile(services, from, to);
    },
  };
}

/** What to ask before a profile is replaced, and before a new one has a key sign for its variable. Throws PROFILE_UNCONFIRMED. */
async function questionOf(profiles: Profiles, profile: Profile): Promise<Question | undefined> {
  const { name, key, variable } = profile;
  // As a profile of the user's it would need no confirmation any more.
  const unconfirmed = await profiles.findUnconfirmed(profile);
  if (unconfirmed !== undefined) throw profileUnconfirmed(unconfirmed.name, key ?? "");
  const known = profiles.listOwn().find((own) => own.name === name);
  if (known !== undefined && canonicalJson(known) === canonicalJson(profile)) return undefined;
  if (profiles.isOwn(name)) return profileReplacement(profile);
  return key !== undefined && variable !== undefined ? variableUse(profile) : undefined;
}
