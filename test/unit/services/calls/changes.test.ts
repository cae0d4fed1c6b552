import assert from "node:assert/strict";
import { test } from "node:test";
import { profileMissing, profileNameTaken } from "../../../../src/services/profiles/errors.ts";
import type { Profile } from "../../../../src/core/profile.ts";
import { createChanges } from "../../../../src/services/calls/changes.ts";
import type { Profiles } from "../../../../src/services/profiles/profiles.ts";
import type { RecentToken } from "../../../../src/services/recentToken.ts";
import { someKey } from "../keys/someKey.ts";
import { newMachine, openWindow } from "../keys/windows.ts";

const profile: Profile = { name: "P", provider: "lirium", key: "k", values: { apiKey: "a" } };
const foreign: Profile = { ...profile, name: "Foreign", values: { apiKey: "foreign" } };
const refused = { code: "CALL_NOT_ALLOWED" };

/** The user's profiles in place of the settings. */
function profilesIn(own: Map<string, Profile>) {
  const requireOwn = (name: string) => {
    if (!own.has(name)) throw profileMissing(name);
  };
  const profiles = {
    list: () => [...own.values()],
    listOwn: () => [...own.values()],
    isOwn: (name) => own.has(name),
    requireOwn,
    findUnconfirmed: async ({ values }) => Promise.resolve(values["apiKey"] === "foreign" ? foreign : undefined),
    checkRename(from, to) {
      requireOwn(from);
      if (own.has(to)) throw profileNameTaken(to);
    },
    save: async (saved) => void own.set(saved.name, saved),
    delete: async (name) => void own.delete(name),
    async rename(from, to) {
      own.set(to, { ...profile, name: to });
      own.delete(from);
    },
    replaceKey: async () => undefined,
  } satisfies Partial<Profiles>;
  return profiles as unknown as Profiles;
}

async function setUp() {
  const keys = openWindow(newMachine());
  await keys.put("k", someKey(1));
  const own = new Map([[profile.name, profile]]);
  const asked: string[] = [];
  const person = { agrees: false };
  const recentToken = { follow: () => undefined } as unknown as RecentToken;
  const changes = createChanges({ keys, profiles: profilesIn(own), recentToken }, async ({ message }) => {
    asked.push(message);
    return person.agrees;
  });
  return { changes, keys, own, asked, person };
}

test("what is there is replaced, renamed or deleted only when a person agrees", async () => {
  const { changes, keys, own, asked, person } = await setUp();
  const all = [
    ["Replace", 'Replace the key "k"?', async () => changes.putKey("k", someKey(2), {})],
    ["Rename", 'Rename the key "k" to "new"?', async () => changes.renameKey("k", "new")],
    ["Delete", 'Delete the key "k" from this machine?', async () => changes.deleteKey("k")],
    ["Replace", 'Replace the profile "P"?', async () => changes.saveProfile({ ...profile, lifetime: 5 })],
    ["Rename", 'Rename the profile "P" to "Q"?', async () => changes.renameProfile("P", "Q")],
    ["Delete", 'Delete the profile "P"?', async () => changes.deleteProfile("P")],
  ] as const;

  for (const [, question, change] of all) {
    await assert.rejects(change, refused, question);
    assert.equal(asked.pop(), question);
  }
  assert.deepEqual([await keys.get("k"), [...own.values()]], [someKey(1), [profile]]);

  person.agrees = true;
  await changes.putKey("k", someKey(2), {});
  await changes.renameKey("k", "new");
  assert.deepEqual(await keys.get("new"), someKey(2));
  await changes.deleteKey("new");
  assert.deepEqual(await keys.list(), []);
  await changes.saveProfile({ ...profile, lifetime: 5 });
  assert.equal(own.get("P")?.lifetime, 5);
  await changes.renameProfile("P", "Q");
  await changes.deleteProfile("Q");
  assert.equal(own.size, 0);
});

test("what is new, or there already, needs no question", async () => {
  const { changes, keys, own, asked } = await setUp();

  await changes.putKey("k", someKey(1), {});
  await changes.putKey("other", someKey(2), { windowOnly: true });
  await changes.saveProfile({ values: { apiKey: "a" }, key: "k", provider: "lirium", name: "P" });
  await changes.saveProfile({ ...profile, name: "New" });

  assert.deepEqual(asked, []);
  assert.deepEqual([(await keys.list()).length, own.size], [2, 2]);
});

test("a new profile whose variable has a key sign is asked for, and one of the workspace's is refused until it is confirmed", async () => {
  const { changes, own, asked } = await setUp();

  await assert.rejects(changes.saveProfile({ ...profile, name: "New", variable: "v" }), refused);
  assert.deepEqual(asked, ['Save the profile "New" and keep its variable filled with a token?']);
  await assert.rejects(changes.saveProfile({ ...foreign, name: "Copy" }), { code: "PROFILE_UNCONFIRMED" });
  assert.equal(own.size, 1);
});

test("what cannot be done is refused before anything is asked", async () => {
  const { changes, asked } = await setUp();

  await assert.rejects(changes.deleteKey("gone"), { code: "KEY_MISSING" });
  await assert.rejects(changes.putKey("k", someKey(2), { windowOnly: true }), { code: "KEY_NAME_TAKEN" });
  await assert.rejects(changes.renameKey("gone", "x"), { code: "KEY_MISSING" });
  await assert.rejects(changes.renameKey("k", " "), { code: "KEY_NAME_INVALID" });
  await assert.rejects(changes.deleteProfile("gone"), { code: "PROFILE_MISSING" });
  await assert.rejects(changes.renameProfile("P", "P"), { code: "PROFILE_NAME_TAKEN" });
  assert.deepEqual(asked, []);
});
