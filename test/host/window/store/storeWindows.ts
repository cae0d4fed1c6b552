import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { launchChromium } from "../../harness/chromium.ts";
import { buildCompanion } from "../../harness/companion.ts";
import { windowUrl } from "../../harness/development.ts";
import { repositoryRoot } from "../../harness/folders.ts";
import { startVsCodeServer, type VsCodeServer } from "../../harness/launch.ts";
import { until } from "../../harness/windowParts.ts";
import type { Plan, Round } from "./rounds.ts";

/** Windows of one person on one folder, which import keys as they are told and check what became of them. */
export interface StoreWindows {
  openWindow(): Promise<Page>;
  /** Says what to do from now on, to windows that are open and to those to come. */
  plan(plan: Partial<Plan>): void;
  /** The rounds that have begun since the last plan, once there are as many. */
  rounds(count: number): Promise<readonly Round[]>;
  /** How many imports of a round have begun, or are done. */
  count(round: Round, what: "begun" | "done"): number;
  close(): Promise<void>;
}

export interface StoreServer {
  /** Windows with secrets and state of their own. */
  newStore(): Promise<StoreWindows>;
  close(): Promise<void>;
}

export async function startStoreServer(): Promise<StoreServer> {
  const importer = await buildCompanion("importer", "test/host/window/store/importing.ts");
  const settings = { "jwtMint.callsByArgument": "allow" };
  const server = await startVsCodeServer({ extension: repositoryRoot, companions: [importer], settings });
  const browser = await launchChromium();
  return {
    async newStore() {
      const context = await browser.newContext({ viewport: { width: 500, height: 400 } });
      // A window that is reloaded would otherwise ask whether to leave.
      await context.addInitScript(() =>
        addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true),
      );
      return windowsOf(server, context);
    },
    async close() {
      await browser.close();
      server.stop();
      rmSync(importer, { recursive: true, force: true });
    },
  };
}

function windowsOf(server: VsCodeServer, context: BrowserContext): StoreWindows {
  const folder = join(server.folder, randomUUID());
  const filesIn = (name: string, ending: string) =>
    existsSync(join(folder, name)) ? readdirSync(join(folder, name)).filter((file) => file.endsWith(ending)) : [];
  const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), "utf8"));
  let planned = "";
  return {
    async openWindow() {
      const page = await context.newPage();
      await page.goto(windowUrl(server.authority, folder));
      return page;
    },
    plan({ checks = [], count = 0, together = false, windows = 1 }) {
      planned = randomUUID();
      mkdirSync(join(folder, planned), { recursive: true });
      const plan: Plan = { id: planned, checks, count, together, windows };
      writeFileSync(join(folder, "plan.draft"), JSON.stringify(plan));
      renameSync(join(folder, "plan.draft"), join(folder, "plan.json"));
    },
    rounds: (count) =>
      until(`${count} windows to begin`, async () => {
        if (existsSync(join(folder, "failure.json"))) throw new Error(String(read("failure.json")));
        const files = filesIn(planned, ".json");
        return files.length >= count ? files.map((file) => read(planned, file) as Round) : undefined;
      }),
    close: () => context.close(),
    count: ({ id }, what) => filesIn(id, what === "begun" ? ".json" : ".done").length,
  };
}
