import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { until } from "../../harness/windowParts.ts";
import type { Round } from "./rounds.ts";
import type { StoreWindows } from "./storeWindows.ts";

export interface Kill {
  /** What is killed with SIGKILL: the extension host alone, or the window with it, as when VS Code itself is killed. */
  readonly victim: "extension host" | "VS Code";
  /** How many imports are done before. */
  readonly done: number;
  /** How long after the last of them, or after the first import has begun, in milliseconds. */
  readonly delay: number;
}

/** What one kill left behind: how many keys of each state. */
export interface Remains {
  readonly whole: number;
  readonly lost: number;
  readonly absent: number;
}

/** Kills VS Code at points of a series of imports; after each, every key is wholly there or wholly absent, and none lost in silence. */
export async function killImports(windows: StoreWindows, kills: readonly Kill[]): Promise<readonly Remains[]> {
  const series = { count: 500 };
  windows.plan(series);
  let page = await windows.openWindow();
  let round = await begun(windows);
  const remains: Remains[] = [];
  for (const { victim, done, delay } of kills) {
    await until(`${done} imports`, async () => (windows.count(round, "done") >= done ? true : undefined));
    await new Promise((resolve) => setTimeout(resolve, delay));
    windows.plan({ ...series, checks: [round.id] });
    process.kill(round.pid, "SIGKILL");
    page = await restart(page, windows, victim);
    round = await begun(windows);
    remains.push(judge(round, victim));
  }
  return remains;
}

async function restart(page: Page, windows: StoreWindows, victim: Kill["victim"]): Promise<Page> {
  if (victim === "extension host") {
    await page.reload({ waitUntil: "commit" });
    return page;
  }
  // The window's process ends without a chance to write anything.
  await page.goto("chrome://crash").catch(() => undefined);
  return windows.openWindow();
}

/** The round of the window that was opened last, once its first import has begun. */
async function begun(windows: StoreWindows): Promise<Round> {
  const [round] = await windows.rounds(1);
  assert.ok(round);
  await until("the first import", async () => (windows.count(round, "begun") > 0 ? true : undefined));
  return round;
}

function judge({ checks }: Round, victim: Kill["victim"]): Remains {
  const count = (state: string) => checks.filter((check) => check.state === state).length;
  assert.ok(checks.length > 0, "imports had begun");
  assert.equal(count("broken"), 0, "no key is half there");
  const silent = checks.filter(({ done, state }) => done && state === "absent");
  // VS Code writes to the disk a moment later, the key and what is remembered of it alike.
  if (victim === "extension host") assert.deepEqual(silent, [], "what was said to be stored is there or reported");
  return { whole: count("whole"), lost: count("lost"), absent: count("absent") };
}
