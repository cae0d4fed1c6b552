import assert from "node:assert/strict";
import { test } from "node:test";
import type { Profile } from "../../../../src/core/profile.ts";
import { ConfirmedProfiles } from "../../../../src/services/profiles/confirmedProfiles.ts";
import { newMachine, stateOf } from "../keys/windows.ts";

const profile: Profile = { name: "P", provider: "lirium", key: "k", values: { apiKey: "a", more: 1 } };

test("a confirmed profile is confirmed as it is, whatever the order it is written in", async () => {
  const confirmed = new ConfirmedProfiles(stateOf(newMachine()));
  assert.equal(confirmed.has(profile), false);

  await confirmed.add(profile);

  assert.ok(confirmed.has(profile));
  assert.ok(confirmed.has({ values: { more: 1, apiKey: "a" }, key: "k", provider: "lirium", name: "P" }));
});

test("a profile that says anything else, or has another name, is not confirmed", async () => {
  const confirmed = new ConfirmedProfiles(stateOf(newMachine()));
  await confirmed.add(profile);
  const { key: _key, ...keyless } = profile;
  const others: readonly Profile[] = [
    { ...profile, name: "Q" },
    { ...profile, name: "__proto__" },
    { ...profile, provider: "custom" },
    { ...profile, key: "other" },
    keyless,
    { ...profile, values: { apiKey: "a" } },
    { ...profile, values: { apiKey: "a", more: "1" } },
    { ...profile, lifetime: 60 },
    { ...profile, environment: "sandbox" },
    { ...profile, variable: "token" },
  ];

  for (const other of others) assert.equal(confirmed.has(other), false, JSON.stringify(other));
});

test("what a member says that profiles get some day is part of what was confirmed", async () => {
  const confirmed = new ConfirmedProfiles(stateOf(newMachine()));
  await confirmed.add(profile);
  const later = { ...profile, delivery: "query" };

  assert.equal(confirmed.has(later), false);
});

test("what stands in the state and is no list of profiles confirms nothing", () => {
  for (const state of [null, "P", [profile], { P: profile }, { P: 1 }]) {
    const machine = { ...newMachine(), state: JSON.stringify({ confirmedProfiles: state }) };

    assert.equal(new ConfirmedProfiles(stateOf(machine)).has(profile), false);
  }
});
