import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { readKey } from "../../../src/core/keys/read/read.ts";
import type { Key } from "../../../src/core/keys/key.ts";
import type { MintOrder } from "../../../src/core/profile.ts";
import { decode } from "../../../src/core/token/read/decode.ts";
import { Minting } from "../../../src/services/minting.ts";
import { FakeTime } from "./fakeTime.ts";
import { someSecret } from "./keys/someKey.ts";

const HOUR = 3600;

const noProfiles = {
  get: () => {
    throw new Error("there is none");
  },
  needsConfirmation: () => false,
  findUnconfirmed: async () => Promise.resolve(undefined),
};

/** Mints with a secret of the store that may change, and counts how often it is read. */
function mintingWith(time: FakeTime) {
  const store: { key: Key; reads: number } = { key: someSecret(), reads: 0 };
  const get = async () => {
    store.reads += 1;
    return Promise.resolve(store.key);
  };
  const keys = { get, onDidChange: () => ({ dispose: () => undefined }) };
  const minting = new Minting(keys, noProfiles, time.read);
  const claimsOf = async (order: MintOrder) => decode((await minting.mintOrder(order)).compact).claims ?? {};
  return { store, claimsOf };
}

const signed: MintOrder = { provider: "partner-api", key: "k", values: { clientId: "c" } };
const unsigned: MintOrder = { provider: "custom", values: { alg: "none", claims: '{"sub":"a"}' } };

test("what is minted is issued at the time that the clock shows, however it was set before", async () => {
  const time = new FakeTime();
  const { claimsOf } = mintingWith(time);

  for (const hours of [0, 1, -1, 30, -60]) {
    time.jump(hours * HOUR);
    assert.equal((await claimsOf(signed))["iat"], Math.floor(time.now));
    assert.equal((await claimsOf(unsigned))["iat"], Math.floor(time.now));
  }
});

test("tokens that are minted at the same moment have different nanoseconds", async () => {
  const { store, claimsOf } = mintingWith(new FakeTime());
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const { key } = await readKey(privateKey.export({ format: "pem", type: "pkcs8" }).toString());
  store.key = key;
  const values = { organizationId: "o", keyId: "k", userId: "u" };

  const tokens = await Promise.all(
    Array.from({ length: 20 }, async () => claimsOf({ provider: "happy-pathology", key: "k", values })),
  );

  assert.equal(new Set(tokens.map(({ jti }) => jti)).size, tokens.length);
  assert.equal(new Set(tokens.map(({ iat }) => iat)).size, 1);
});

test("a key is looked for again after 10 seconds, and at once after a sleep or where the clock was set", async () => {
  const time = new FakeTime();
  const { store, claimsOf } = mintingWith(time);
  const readsAfter = async (change: () => void) => {
    change();
    await claimsOf(signed);
    return store.reads;
  };

  assert.equal(await readsAfter(() => undefined), 1);
  assert.equal(await readsAfter(() => time.pass(9)), 1);
  assert.equal(await readsAfter(() => time.pass(2)), 2);
  assert.equal(await readsAfter(() => time.sleep(30 * HOUR, { steady: "stops" })), 3);
  assert.equal(await readsAfter(() => time.sleep(30 * HOUR, { steady: "goes on" })), 4);
  assert.equal(await readsAfter(() => time.jump(-60 * HOUR)), 5);
  assert.equal(await readsAfter(() => time.pass(9)), 5);
});
