import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newRunFolder } from "../host/harness/folders.ts";
import { bundleHostModule } from "../host/harness/hostTestBundle.ts";
import { openPanel, seconds, unsecured } from "../host/panel/panelPage.ts";
import { compactOf } from "../tokens.ts";
import { treeViews } from "../host/harness/treeView.ts";
import type { Workbench } from "../host/harness/workbench.ts";
import { inWindow, readFigure } from "./inWindow.ts";

const MEASURED = 60;

/** A window is busy with itself for a while after something was done in it. */
const calm = async () => new Promise((resolve) => setTimeout(resolve, 15_000));

const token = () => compactOf({ alg: "HS256", typ: "JWT" }, { sub: "a", exp: seconds() + 3600 });
const requests = () =>
  Array.from({ length: 6 }, () => `GET https://a.test\nAuthorization: Bearer ${token()}\n`).join("\n###\n");

/** What is in sight is added one by one: each figure is for all that stand above it, too. */
const steps: readonly (readonly [name: string, prepare: (window: Workbench) => Promise<unknown>])[] = [
  ["nothing", async () => undefined],
  [
    "countdown",
    async (window) => {
      await window.runCommand("Mint Token…");
      await window.pickItem(unsecured.name);
      await window.notification("token copied");
      await window.clearNotifications();
    },
  ],
  ["requests", async (window) => window.openFile("six.http")],
  ["tree", async (window) => treeViews(window.page).show()],
  ["panel", async (window) => openPanel(window)],
];

/** Extension host CPU while nobody does anything. */
export async function benchIdle(): Promise<void> {
  const { path: extensionTests, remove } = await bundleHostModule("test/bench/idle.host.ts");
  const folder = newRunFolder("idle");
  writeFileSync(join(folder, "six.http"), requests());
  writeFileSync(join(folder, "measure"), "");
  const settings = { "jwtMint.profiles": [{ ...unsecured, lifetime: 3600 }] };
  console.log(
    `\nExtension host CPU in ${MEASURED} s in which nobody does anything, each step with all before it in sight`,
  );
  await inWindow({ folder, extensionTests, settings }, async (window) => {
    for (const [name, prepare] of steps) {
      await prepare(window);
      await calm();
      writeFileSync(join(window.folder, "measure"), `${name} ${MEASURED}`);
      const used = await readFigure<number>(window, `${name}.json`, MEASURED * 2_000);
      console.log(`  ${name.padEnd(10)} ${used.toFixed(0)} ms: ${(used / MEASURED / 10).toFixed(2)} %`);
    }
  });
  remove();
  rmSync(folder, { recursive: true, force: true });
}
