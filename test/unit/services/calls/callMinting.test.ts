import assert from "node:assert/strict";
import { test } from "node:test";
import { profileMissing } from "../../../../src/services/profiles/errors.ts";
import type { Profile } from "../../../../src/core/profile.ts";
import { callMinting } from "../../../../src/services/calls/callMinting.ts";
import type { Minting } from "../../../../src/services/minting.ts";
import type { Profiles } from "../../../../src/services/profiles/profiles.ts";
import { answeringWindow } from "./around.ts";

const own: Profile = { name: "Own", provider: "lirium", key: "k", values: { apiKey: "a" }, environment: "sandbox" };
const keyless: Profile = { name: "None", provider: "custom", values: { alg: "none" } };
const foreign: Profile = { ...own, name: "Foreign" };

/** Minting that notes what it is asked for, and a window whose person answers. */
function setUp() {
  const window = answeringWindow();
  const minted: unknown[] = [];
  const mint = async (order: unknown) => void minted.push(order);
  const profiles: Pick<Profiles, "get" | "needsConfirmation" | "findUnconfirmed"> = {
    get(name) {
      const profile = [own, keyless, foreign].find((known) => known.name === name);
      if (profile === undefined) throw profileMissing(name);
      return profile;
    },
    needsConfirmation: (profile) => profile === foreign,
    findUnconfirmed: async ({ values }) => Promise.resolve(values["apiKey"] === "foreign" ? foreign : undefined),
  };
  const minting = callMinting({
    minting: { mintProfile: mint, mintOrder: mint } as unknown as Minting,
    profiles: profiles as Profiles,
    allowedCalls: window.allowedCalls,
  });
  return { minting, minted, window };
}

test("a profile's key signs only once a person allowed it, and the person is told which", async () => {
  const { minting, minted, window } = setUp();

  await assert.rejects(minting.mintProfile("Own"), { code: "CALL_NOT_ALLOWED" });
  assert.deepEqual(minted, []);
  window.answers = ["folder"];
  await minting.mintProfile("Own");

  assert.deepEqual(minted, ["Own"]);
  assert.deepEqual(window.asked[0]?.[0], { profile: "Own", provider: "lirium", key: "k", environment: "sandbox" });
});

test("an order is asked for by provider and key, whatever its values", async () => {
  const { minting, minted, window } = setUp();
  window.answers = ["folder"];

  await minting.mintOrder({ provider: "lirium", key: "k", values: { apiKey: "a" } });
  await minting.mintOrder({ provider: "lirium", key: "k", values: { apiKey: "b" }, lifetime: 5 });

  assert.equal(minted.length, 2);
  assert.deepEqual(
    window.asked.map(([subject]) => subject),
    [{ provider: "lirium", key: "k" }],
  );
});

test("what no stored key signs needs no question, and what is not confirmed is left to minting to refuse", async () => {
  const { minting, minted, window } = setUp();

  await minting.mintProfile("None");
  await minting.mintOrder({ provider: "custom", values: { alg: "none" } });
  await minting.mintProfile("Foreign");
  await minting.mintOrder({ provider: "lirium", key: "k", values: { apiKey: "foreign" } });
  await assert.rejects(minting.mintProfile("gone"), { code: "PROFILE_MISSING" });

  assert.equal(minted.length, 4);
  assert.deepEqual(window.asked, []);
});
