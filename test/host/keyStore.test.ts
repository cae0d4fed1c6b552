import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Kill, killImports } from "./store/killing.ts";
import { type StoreServer, startStoreServer } from "./store/storeWindows.ts";
import { until } from "./windowParts.ts";

/** How long windows take to find what another one overwrote, in milliseconds. */
const SETTLED = 3_000;

let server: StoreServer;
before(async () => (server = await startStoreServer()));
after(async () => server.close());

/** An import takes some 120 ms. */
const points = Array.from({ length: 19 }, (_, index): Kill => ({ victim: "extension host", delay: index * 16 }));
const kills: readonly Kill[] = [...points, { victim: "VS Code", delay: 200 }];

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
  await until("100 imports", async () => (done() ? true : undefined), 30_000);
  await new Promise((resolve) => setTimeout(resolve, SETTLED));

  windows.plan({});
  await windows.rounds(2);
  await first.reload({ waitUntil: "commit" });
  await windows.rounds(3);
  await second.reload({ waitUntil: "commit" });
  await windows.rounds(4);
  windows.plan({ checks: rounds.map(({ id }) => id), windows: 2 });

  const states = (await windows.rounds(2)).map(({ checks }) => checks.map(({ state }) => state).toSorted());
  const [found = [], same] = states;
  assert.deepEqual(same, found, "both windows say the same");
  const count = (state: string) => found.filter((each) => each === state).length;
  t.diagnostic(`whole ${count("whole")}, reported as lost ${count("lost")}`);
  assert.equal(count("whole") + count("lost"), 100);
  assert.ok(count("whole") >= 50, "what the last window wrote is there");
  if (count("lost") === 0) return;
  // The window that comes first tells.
  const reports = [first, second].map(async (page) =>
    page.locator(".notification-list-item", { hasText: "No longer on this machine" }).waitFor({ timeout: 10_000 }),
  );
  await Promise.any(reports);
});
