import assert from "node:assert/strict";
import { test } from "node:test";
import { generateKey } from "../../../../src/core/keys/generate.ts";
import { WindowKeys } from "../../../../src/services/keys/windowKeys.ts";

/** The state that all windows share, in memory. */
function sharedState() {
  const values = new Map<string, unknown>();
  return {
    values,
    keys: () => [...values.keys()],
    get: <T>(name: string, fallback?: T) => (values.get(name) ?? fallback) as T,
    update: async (name: string, value: unknown) => Promise.resolve(void values.set(name, value)),
  };
}

test("a key for one window is found there, and elsewhere only its name is known", async () => {
  const state = sharedState();
  const [here, there] = [new WindowKeys(state), new WindowKeys(state)];
  const key = await generateKey("ES256");

  await here.put("passing", key);

  assert.equal(here.find("passing"), key);
  assert.deepEqual([here.names(), there.names()], [["passing"], []]);
  assert.deepEqual([there.find("passing"), there.knew("passing"), there.knew("other")], [undefined, true, false]);
  assert.deepEqual([...state.values.values()], [["passing"]], "nothing but the name is written");
});

test("a key that is deleted is forgotten, its name too", async () => {
  const keys = new WindowKeys(sharedState());
  await keys.put("passing", await generateKey("ES256"));

  await keys.delete("passing");

  assert.deepEqual([keys.find("passing"), keys.knew("passing")], [undefined, false]);
});

test("no more than 100 names are remembered", async () => {
  const state = sharedState();
  const keys = new WindowKeys(state);
  const key = await generateKey("ES256");

  for (let count = 1; count <= 120; count += 1) await keys.put(`key ${count}`, key);

  assert.deepEqual([keys.knew("key 20"), keys.knew("key 21"), keys.knew("key 120")], [false, true, true]);
});

test("a state of another shape holds no names, and is replaced", async () => {
  const state = sharedState();
  state.values.set("windowKeysSeen", "passing");
  const keys = new WindowKeys(state);

  assert.equal(keys.knew("pass"), false);
  await keys.put("new", await generateKey("ES256"));

  assert.deepEqual([keys.knew("new"), keys.knew("passing")], [true, false]);
});
