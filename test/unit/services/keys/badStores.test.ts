import { secretStoreVolatile } from "../../../../src/services/keys/errors.ts";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { UserError } from "../../../../src/core/errors.ts";

import type { KeyStore } from "../../../../src/services/keys/keyStore.ts";
import { someKey } from "./someKey.ts";
import { type Machine, newMachine, openWindow, pause, secretsOf } from "./windows.ts";

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly expect: { readonly outcome: string; readonly code?: string; readonly messageMustSay?: string };
}

/** What came of it: the error or warning, if any, and whether the keys are there that should be. */
interface Outcome {
  readonly code?: string;
  readonly message?: string;
  readonly repaired?: boolean;
}

const fixture = new URL("../../../fixtures/bad-stores.json", import.meta.url);
const entries = JSON.parse(readFileSync(fixture, "utf8")) as readonly Entry[];

const names = async (keys: KeyStore) => (await keys.list()).map(({ name }) => name);

async function errorOf(work: Promise<unknown>): Promise<Outcome> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof UserError);
  return { code: error.code, message: error.message };
}

/** A machine on which a window stored a key "a" in an earlier session. */
async function machineWithKey(): Promise<Machine> {
  const machine = newMachine();
  const window = openWindow(machine);
  await window.put("a", someKey());
  window.dispose();
  const state = JSON.parse(machine.state) as { canary: number };
  machine.state = JSON.stringify({ ...state, canary: performance.timeOrigin - 60_000 });
  return machine;
}

const fifty = async (window: KeyStore, prefix: string) =>
  Promise.all(Array.from({ length: 50 }, async (_, index) => window.put(`${prefix}${index}`, someKey(index))));

const runs: { readonly [id: string]: () => Promise<Outcome> } = {
  "STO-002": async () => {
    const machine = await machineWithKey();
    const failing = { ...secretsOf(machine), get: () => Promise.reject(new Error("keyring locked")) };
    const outcome = await errorOf(openWindow(machine, failing).get("a"));
    assert.ok(machine.secrets.has("key:a"), "nothing deleted");
    return outcome;
  },
  "STO-004": async () => {
    const machine = await machineWithKey();
    machine.secrets.clear();
    const window = openWindow(machine);
    assert.ok(await window.isVolatile());
    await window.put("b", someKey());
    window.dispose();
    assert.ok(await window.isVolatile(), "also after a key was stored");
    return { code: secretStoreVolatile().code, message: secretStoreVolatile().message };
  },
  "STO-005": async () => {
    const machine = await machineWithKey();
    machine.secrets.delete("key:a");
    const window = openWindow(machine);
    assert.equal((await errorOf(window.get("a"))).code, "SECRET_LOST");
    return { repaired: (await window.lost())[0]?.name === "a" };
  },
  "STO-007": async () => {
    const machine = await machineWithKey();
    for (const state of ["{", 5, null, [1], { a: 1, b: { kty: "RSA" } }]) {
      machine.state = JSON.stringify({ keysSeen: state });
      const window = openWindow(machine);
      assert.deepEqual(await names(window), ["a"]);
      assert.deepEqual(await window.lost(), []);
      window.dispose();
      assert.deepEqual(Object.keys((JSON.parse(machine.state) as { keysSeen: object }).keysSeen), ["a"]);
    }
    return { repaired: true };
  },
  "STO-009": async () => {
    const machine = newMachine();
    const [one, two] = [openWindow(machine), openWindow(machine)];
    await Promise.all([fifty(one, "one"), fifty(two, "two")]);
    for (const window of [one, two, openWindow(machine)]) {
      assert.equal((await names(window)).length, 100);
      assert.deepEqual(await window.lost(), []);
    }
    for (const window of [one, two]) window.dispose();
    return {};
  },
  "STO-010": async () => {
    const machine = newMachine();
    const [one, two] = [openWindow(machine), openWindow(machine)];
    await fifty(one, "old");
    await Promise.all([
      fifty(one, "new"),
      ...Array.from({ length: 50 }, async (_, index) => {
        await pause(60);
        await two.delete(`old${index}`);
      }),
    ]);
    await one.put("last", someKey());
    for (const window of [one, two, openWindow(machine)]) {
      assert.ok(
        (await names(window)).every((name) => !name.startsWith("old")),
        "no key is back",
      );
      assert.equal((await names(window)).length, 51);
    }
    for (const window of [one, two]) window.dispose();
    return {};
  },
  "STO-012": async () => {
    // VS Code writes what `store` resolved for to the disk up to 100 ms later; until then it is in memory only.
    for (let kill = 0; kill < 500; kill += 50) {
      const [machine, disk] = [newMachine(), new Map<string, string>()];
      const secrets = secretsOf(machine);
      const window = openWindow(machine, {
        ...secrets,
        async store(key, value) {
          await secrets.store(key, value);
          setTimeout(() => disk.set(key, value), kill % 100);
        },
      });
      await window.put("a", someKey(7));
      window.dispose();
      const after = openWindow({ ...newMachine(), secrets: new Map(disk), state: machine.state });
      const found = await after.find("a");
      if (found === undefined) assert.equal((await errorOf(after.get("a"))).code, "SECRET_LOST");
      else assert.deepEqual(found, someKey(7));
    }
    return { repaired: true };
  },
  "STO-014": async () => {
    const window = openWindow(newMachine());
    await window.put("large", someKey(1, 1 << 20));
    assert.deepEqual(await window.get("large"), someKey(1, 1 << 20));
    window.dispose();
    return {};
  },
  "STO-015": async () => {
    const machine = newMachine();
    const seen: Record<string, unknown> = {};
    for (let index = 0; index < 1000; index += 1) {
      const { material: _secret, ...summary } = someKey(index);
      machine.secrets.set(`key:k${index}`, "sealed");
      seen[`k${index}`] = summary;
    }
    machine.state = JSON.stringify({ keysSeen: seen });
    const window = openWindow(machine);
    assert.equal((await names(window)).length, 1000);
    // Decrypting each of them is what would take long.
    assert.deepEqual(machine.decrypted, []);
    return {};
  },
  "STO-017": async () => {
    const machine = await machineWithKey();
    const secrets = secretsOf(machine);
    // As VS Code does with what it cannot decrypt.
    const undecryptable = {
      ...secrets,
      get: async (key: string) => {
        await secrets.delete(key);
        return undefined;
      },
    };
    return errorOf(openWindow(machine, undecryptable).get("a"));
  },
};

const ends: { readonly [outcome: string]: (outcome: Outcome) => boolean } = {
  accept: ({ code }) => code === undefined,
  repair: ({ repaired }) => repaired === true,
  error: ({ message }) => message !== undefined,
  "accept-with-warning": ({ message }) => message !== undefined,
};

for (const { id, title, expect } of entries) {
  test(`${id}: ${title}`, async () => {
    const run = runs[id];
    assert.ok(run, "it has a test");

    const outcome = await run();

    assert.ok(ends[expect.outcome]?.(outcome), `${expect.outcome}: ${JSON.stringify(outcome)}`);
    if (expect.code !== undefined) assert.equal(outcome.code, expect.code);
    assert.doesNotMatch(outcome.message ?? "", /AAAA/, "no key material");
  });
}
