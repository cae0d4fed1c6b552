import assert from "node:assert/strict";
import { test } from "node:test";
import type { KeyStore } from "../../../../src/services/keys/keyStore.ts";
import type { Profiles } from "../../../../src/services/profiles/profiles.ts";
import { renameKey } from "../../../../src/services/keys/renameKey.ts";
import { someKey } from "./someKey.ts";
import { newMachine, openWindow, secretsOf } from "./windows.ts";

/** The keys that profiles name, in place of the settings. */
function profilesNaming(keys: string[], failure?: Error): Pick<Profiles, "replaceKey"> {
  return {
    async replaceKey(from, to) {
      if (failure !== undefined) throw failure;
      for (const [index, key] of keys.entries()) if (key === from) keys[index] = to;
    },
  };
}

const rename = async (keys: KeyStore, profiles: Pick<Profiles, "replaceKey">, [from, to]: readonly [string, string]) =>
  renameKey({ keys, profiles: profiles as Profiles }, from, to);

const names = async (keys: KeyStore) => (await keys.list()).map(({ name }) => name);

test("a key gets its new name, and the profiles that use it follow", async () => {
  const keys = openWindow(newMachine());
  await keys.put("old", someKey(1));
  await keys.put("other", someKey(2));
  const named = ["old", "other", "old"];

  await rename(keys, profilesNaming(named), ["old", "new"]);

  assert.deepEqual(await names(keys), ["new", "other"]);
  assert.deepEqual(named, ["new", "other", "new"]);
  assert.deepEqual(await keys.get("new"), someKey(1));
  assert.deepEqual(await keys.lost(), []);
});

test("where the settings cannot be written, the key keeps its name", async () => {
  const keys = openWindow(newMachine());
  await keys.put("old", someKey(1));

  await assert.rejects(rename(keys, profilesNaming([], new Error("read-only")), ["old", "new"]), /read-only/);

  assert.deepEqual(await names(keys), ["old"]);
  assert.deepEqual(await keys.lost(), []);
});

test("where the old entry cannot be deleted, key and profiles are as before", async () => {
  const machine = newMachine();
  const secrets = secretsOf(machine);
  const failing = {
    ...secrets,
    delete: async (name: string) => (name === "key:old" ? Promise.reject(new Error("locked")) : secrets.delete(name)),
  };
  const keys = openWindow(machine, failing);
  await keys.put("old", someKey(1));
  const named = ["old"];

  await assert.rejects(rename(keys, profilesNaming(named), ["old", "new"]), { code: "SECRET_STORE_UNAVAILABLE" });

  assert.deepEqual(await names(keys), ["old"]);
  assert.deepEqual(named, ["old"]);
});

test("a taken name, a lost key's name, a missing key and a name that is none are refused", async () => {
  const machine = newMachine();
  const keys = openWindow(machine);
  for (const name of ["old", "taken", "lost"]) await keys.put(name, someKey(1));
  machine.secrets.delete("key:lost");
  const profiles = profilesNaming([]);

  await assert.rejects(rename(keys, profiles, ["old", "taken"]), { code: "KEY_NAME_TAKEN" });
  await assert.rejects(rename(keys, profiles, ["old", "lost"]), { code: "KEY_NAME_TAKEN" });
  await assert.rejects(rename(keys, profiles, ["old", " "]), { code: "KEY_NAME_INVALID" });
  await assert.rejects(rename(keys, profiles, ["never", "new"]), { code: "KEY_MISSING" });
  await rename(keys, profiles, ["old", "old"]);

  assert.deepEqual(await names(keys), ["old", "taken"]);
});

test("a key for this window only stays one under its new name", async () => {
  const machine = newMachine();
  const keys = openWindow(machine);
  await keys.put("old", someKey(1), { windowOnly: true });

  await rename(keys, profilesNaming([]), ["old", "new"]);

  assert.deepEqual(
    (await keys.list()).map(({ name, windowOnly }) => [name, windowOnly]),
    [["new", true]],
  );
  assert.equal(machine.secrets.has("key:new"), false);
});
