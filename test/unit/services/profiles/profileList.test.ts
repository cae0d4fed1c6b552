import assert from "node:assert/strict";
import { test } from "node:test";
import { ProfileList } from "../../../../src/services/profiles/profileList.ts";

const lirium = (name: string, apiKey = "a", more = {}) => ({
  name,
  provider: "lirium",
  key: "k",
  values: { apiKey },
  ...more,
});
const namesOf = (profiles: readonly { readonly name: string }[]) => profiles.map(({ name }) => name);

test("the complete profiles are listed, the user's own first, and found by their names", () => {
  const list = new ProfileList({
    own: [lirium("A"), { name: "B" }, 5, null, lirium("C")],
    workspace: [lirium("D"), "x", { provider: "lirium" }],
  });

  assert.deepEqual(namesOf(list.all), ["A", "C", "D"]);
  assert.deepEqual(namesOf(list.allOwn), ["A", "C"]);
  assert.equal(list.find("D"), list.all[2]);
  assert.deepEqual(
    [list.find("B"), list.find("E"), list.find(undefined), list.find("__proto__")],
    Array(4).fill(undefined),
  );
  assert.deepEqual(list.entry("B"), { name: "B" });
  assert.deepEqual(
    ["A", "D", "E"].map((name) => list.isFromWorkspace(name)),
    [false, true, false],
  );
});

test("of several profiles of one name the first counts, and the user's before the workspace's", () => {
  const list = new ProfileList({
    own: [lirium("A", "own"), lirium("A", "again")],
    workspace: [lirium("A", "theirs"), lirium("B", "first"), lirium("B", "second")],
  });

  assert.deepEqual([list.find("A")?.values, list.find("B")?.values], [{ apiKey: "own" }, { apiKey: "first" }]);
  assert.deepEqual(list.entry("B"), lirium("B", "first"));
  assert.equal(list.workspace.length, 2);
  assert.equal(list.isFromWorkspace("A"), false);
});

test("names that differ in a blank are of different profiles, each of its own origin", () => {
  const list = new ProfileList({ own: [lirium("A")], workspace: [lirium("A ", "theirs"), lirium(" B\t", "theirs")] });

  assert.deepEqual(namesOf(list.all), ["A", "A ", " B\t"]);
  const names = ["A", "A ", "B", " B\t"];
  assert.deepEqual(
    names.map((name) => list.isFromWorkspace(name)),
    [false, true, false, true],
  );
  assert.deepEqual(
    names.map((name) => list.isOwn(name)),
    [true, false, false, false],
  );
  assert.deepEqual([list.entry("A "), list.entry("B")], [lirium("A ", "theirs"), undefined]);
});

test("the profiles that sign as an order does are found, however it is written", async () => {
  const list = new ProfileList({
    own: [lirium("A"), lirium("other key", "a", { key: "l" })],
    workspace: [lirium("same", " a "), lirium("other", "b"), { name: "unreadable", provider: "mars", values: {} }],
  });

  assert.deepEqual(
    namesOf(await list.signingAs({ provider: "lirium", key: "k", values: { apiKey: "a", unknown: "x" } })),
    ["A", "same"],
  );
  assert.deepEqual(await list.signingAs({ provider: "mars", values: {} }), []);
  assert.deepEqual(await list.signingAs({ provider: "lirium", values: { apiKey: "a" } }), []);
});

test("thousands of profiles are read once", async () => {
  let reads = 0;
  const counted = (name: string) =>
    Object.defineProperty(lirium(name), "provider", {
      enumerable: true,
      get: () => {
        reads += 1;
        return "lirium";
      },
    });
  const own = Array.from({ length: 2_000 }, (_, index) => counted(`P${index}`));
  const list = new ProfileList({ own, workspace: [] });

  for (let round = 0; round < 50; round++) {
    assert.equal(list.all.length, 2_000);
    assert.equal(list.find("P1999")?.name, "P1999");
    assert.equal((await list.known()).all, list.all);
  }

  assert.equal(reads, 2_000);
});
