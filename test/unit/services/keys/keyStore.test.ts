import assert from "node:assert/strict";
import { test } from "node:test";
import type { KeyStore } from "../../../../src/services/keys/keyStore.ts";
import { someKey, someSecret } from "./someKey.ts";
import { type Machine, newMachine, openWindow, secretsOf } from "./windows.ts";

const names = async (keys: KeyStore) => (await keys.list()).map(({ name }) => name);
const lost = async (keys: KeyStore) => (await keys.lost()).map(({ name }) => name);
const code = (expected: string) => (error: unknown) => Reflect.get(error as object, "code") === expected;

const remembered = ({ state }: Machine) =>
  Object.keys((JSON.parse(state) as { keysSeen?: object }).keysSeen ?? {}).toSorted();

async function until(what: string, probe: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + 5_000;
  while (!probe()) {
    assert.ok(Date.now() < giveUpAt, `waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("a lost key is told from one that never was, and imported again under its name it is as before", async () => {
  const machine = newMachine();
  const window = openWindow(machine);
  await window.put("a", someKey());
  machine.secrets.clear();

  await assert.rejects(window.get("never"), code("KEY_MISSING"));
  await assert.rejects(window.get("a"), code("SECRET_LOST"));
  assert.equal(window.wanted, "a");
  assert.deepEqual([await lost(window), await names(window)], [["a"], []]);
  await window.put("a", someKey());

  assert.equal(window.wanted, undefined);
  assert.deepEqual([await lost(window), await names(window)], [[], ["a"]]);
  assert.deepEqual(await window.get("a"), someKey());
  window.dispose();
});

test("an entry that holds no key is reported, stays, and can be replaced or deleted", async () => {
  const machine = newMachine();
  const window = openWindow(machine);
  for (const text of ["", "{", "null", '{"version":2,"key":{}}', '{"version":1,"key":{"kty":"EC"}}']) {
    machine.secrets.set("key:odd", text);
    machine.secrets.set("key:other", text);

    await assert.rejects(window.get("odd"), code("SECRET_DAMAGED"));
    assert.deepEqual([await names(window), await window.damaged(), await lost(window)], [[], ["odd", "other"], []]);
    assert.equal(machine.secrets.get("key:odd"), text);
    await window.delete("other");
    await window.put("odd", someKey());
    assert.deepEqual([await names(window), await window.damaged()], [["odd"], []]);
    await window.delete("odd");
  }
  window.dispose();
});

test("a key that an earlier moment left out of what is remembered is listed and remembered", async () => {
  const machine = newMachine();
  const first = openWindow(machine);
  await first.put("a", someKey());
  first.dispose();
  machine.state = "{}";
  const window = openWindow(machine);

  assert.deepEqual(await names(window), ["a"]);

  assert.deepEqual(remembered(machine), ["a"]);
  window.dispose();
});

test("a secret's thumbprint stays out of plain state, and is listed from the secret itself", async () => {
  const machine = newMachine();
  const window = openWindow(machine);

  await window.put("s", someSecret());

  assert.ok(!machine.state.includes("secret-thumbprint"));
  assert.equal((await window.list())[0]?.thumbprint, "secret-thumbprint-0");
  window.dispose();
});

test("no event, two events or one of no change make no difference to what is there", async () => {
  for (const events of ["each", "none", "doubled"] as const) {
    const machine = newMachine();
    const secrets = secretsOf(machine, events);
    const window = openWindow(machine, secrets);
    const told: string[] = [];
    window.onDidChange((name) => told.push(name));

    await window.put("a", someKey(1));
    await secrets.store("other extension's", "x");
    await openWindow(machine, secrets).delete("a");

    assert.ok(told.every((name) => name === "a") && told.length > 0);
    assert.deepEqual(await names(window), []);
    await assert.rejects(window.get("a"), code("KEY_MISSING"));
    window.dispose();
  }
});

test("what two windows remember at once is whole soon after, so that a lost key is always reported", async () => {
  const machine = newMachine();
  const windows = [openWindow(machine), openWindow(machine)];
  await Promise.all(
    windows.map(async (window, number) => {
      for (let index = 0; index < 50; index += 1) await window.put(`${number}-${index}`, someKey(index));
    }),
  );
  await until("100 summaries", () => remembered(machine).length === 100);

  // As in a browser: what one of the windows stored is gone.
  for (const name of machine.secrets.keys()) if (name.startsWith("key:0-")) machine.secrets.delete(name);
  const next = openWindow(machine);

  assert.equal((await names(next)).length, 50);
  assert.equal((await lost(next)).length, 50);
  for (const window of windows) window.dispose();
});

test("a key that another window deleted is not taken for a lost one", async () => {
  const machine = newMachine();
  const [one, two] = [openWindow(machine), openWindow(machine)];
  await one.put("a", someKey());
  await two.delete("a");

  await one.put("b", someKey());

  assert.deepEqual([await lost(one), await lost(two), remembered(machine)], [[], [], ["b"]]);
  one.dispose();
  two.dispose();
});

test("a key that could not be deleted is still listed, and a lost one can be forgotten", async () => {
  const machine = newMachine();
  const window = openWindow(machine, { ...secretsOf(machine), delete: async () => Promise.resolve() });
  await window.put("a", someKey());

  await assert.rejects(window.delete("a"), code("SECRET_STORE_UNAVAILABLE"));
  assert.deepEqual([await names(window), await lost(window)], [["a"], []]);

  machine.secrets.clear();
  await window.delete("a");
  assert.deepEqual(await lost(window), []);
  await assert.rejects(window.delete("a"), code("KEY_MISSING"));
  window.dispose();
});

test("a storage counts as volatile only where an earlier session's entry is gone", async () => {
  const machine = newMachine();
  const before = openWindow(machine);
  const window = openWindow(machine);
  assert.equal(await window.isVolatile(), false);
  await window.put("a", someKey());
  assert.equal(await window.isVolatile(), false);
  // A window of a browser has the storage as it was when it opened.
  const snapshot = openWindow(machine, secretsOf(newMachine()));

  assert.deepEqual(await Promise.all([before, snapshot].map(async (each) => each.isVolatile())), [false, false]);
  window.dispose();
});
