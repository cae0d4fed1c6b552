import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Kill, killImports } from "./store/killing.ts";
import { type StoreServer, startStoreServer } from "./store/storeWindows.ts";
import { until } from "../harness/windowParts.ts";

let server: StoreServer;
before(async () => (server = await startStoreServer()));
after(async () => server.close());

/** An import takes some 120 ms; how long it takes on this machine now does not count: some points come after the first one. */
const points = Array.from({ length: 19 }, (_, index): Kill => {
  return { victim: "extension host", done: index % 4 === 3 ? 1 : 0, delay: index * 16 };
});
const kills: readonly Kill[] = [...points, { victim: "VS Code", done: 1, delay: 80 }];

test("VS Code killed at 20 points of an import leaves each key wholly there or wholly absent", async (t) => {
  const halves = [0, 1].map((half) => kills.filter((_, index) => index % 2 === half));

  const remains = await Promise.all(
    halves.map(async (half) => {
      const windows = await server.newStore();
      const left = await killImports(windows, half);
      await windows.close();
      return left;
    }),
  );

  const sum = (state: "whole" | "lost" | "absent") => remains.flat().reduce((total, left) => total + left[state], 0);
  t.diagnostic(`whole ${sum("whole")}, reported as lost ${sum("lost")}, absent ${sum("absent")}`);
  assert.equal(remains.flat().length, 20);
  assert.ok(sum("whole") > 0 && sum("absent") > 0, "kills came before and after a key was stored");
});

test("two windows that import 50 keys at once lose none in silence, and leave no half of one", async (t) => {
  const windows = await server.newStore();
  windows.plan({});
  // One after the other: of two windows that load at once in one browser, one stays empty.
  const first = await windows.openWindow();
  await windows.rounds(1);
  windows.plan({ count: 50, together: true, windows: 2 });
  const second = await windows.openWindow();
  const rounds = await windows.rounds(2);
  const done = () => rounds.every((round) => windows.count(round, "done") === 50);
  await until("100 imports", async () => (done() ? true : undefined));
  const checks = rounds.map(({ id }) => id);
  const counts = async () => {
    windows.plan({ checks, windows: 2 });
    return (await windows.rounds(2)).map((round) => round.checks.filter(({ state }) => state !== "absent").length);
  };
  // Of what they remember each window overwrites the other's, and finds that a moment later.
  await until("both windows to know of all keys", async () =>
    (await counts()).every((count) => count === 100) ? true : undefined,
  );

  windows.plan({});
  await windows.rounds(2);
  await first.reload({ waitUntil: "commit" });
  await windows.rounds(3);
  await second.reload({ waitUntil: "commit" });
  await windows.rounds(4);
  windows.plan({ checks, windows: 2 });

  const states = (await windows.rounds(2)).map((round) => round.checks.map(({ state }) => state).toSorted());
  const [found = [], same] = states;
  assert.deepEqual(same, found, "both windows say the same");
  const count = (state: string) => found.filter((each) => each === state).length;
  t.diagnostic(`whole ${count("whole")}, reported as lost ${count("lost")}`);
  assert.equal(count("whole") + count("lost"), 100);
  assert.ok(count("whole") >= 50, "what the last window wrote is there");
  if (count("lost") === 0) return;
  // The window that comes first tells.
  const reports = [first, second].map(async (page) =>
    page.locator(".notification-list-item", { hasText: "No longer on this machine" }).waitFor(),
  );
  await Promise.any(reports);
});
