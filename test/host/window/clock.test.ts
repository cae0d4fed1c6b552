import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import { newRunFolder } from "../harness/folders.ts";
import { bundleHostModule } from "../harness/hostTestBundle.ts";
import { moveClock, openPanel, pasteField, seconds, unsecured } from "../panel/panelPage.ts";
import { compactOf } from "../../tokens.ts";
import { treeViews } from "../harness/treeView.ts";
import { until } from "../harness/windowParts.ts";
import { windowTest } from "../harness/windowTest.ts";
import type { Workbench } from "../harness/workbench.ts";

const HOUR = 3600;

const { path: extensionTests, remove } = await bundleHostModule("test/host/inside/kit/followClock.ts");
const folder = newRunFolder("clock");
after(() => {
  remove();
  rmSync(folder, { recursive: true, force: true });
});

const token = (claims: object) => compactOf({ alg: "HS256", typ: "JWT" }, claims);
const requests = [20 * HOUR, 14 * 60].map(
  (lifetime) => `GET https://a.test\nAuthorization: Bearer ${token({ sub: "a", exp: seconds() + lifetime })}\n`,
);
writeFileSync(join(folder, "two.http"), requests.join("\n###\n"));
writeFileSync(join(folder, "clock"), "0");

/** Sets the clock of the extension host to some hours from the true time. */
const setClock = (window: Workbench, hours: number) => writeFileSync(join(window.folder, "clock"), String(hours));

const lensesAre = (window: Workbench, patterns: readonly RegExp[]) => {
  const state = async () => (await window.codeLenses()).filter((text) => text.includes(" · "));
  const areThey = async () => {
    const states = await state();
    return states.length === patterns.length && patterns.every((pattern, index) => pattern.test(states[index] ?? ""))
      ? true
      : undefined;
  };
  return until(`lenses as ${patterns.join(" and ")}`, areThey);
};

const badgesAre = (window: Workbench, count: number) =>
  until(`${count} badges`, async () => ((await window.badges()).length === count ? true : undefined));

const statusIs = (window: Workbench, pattern: RegExp) =>
  until(`a status as ${String(pattern)}`, async () => (await window.statusBar()).find((text) => pattern.test(text)));

windowTest(
  "what tells the time in sight follows a clock that is set forward and back, without a touch",
  { folder, extensionTests, settings: { "jwtMint.profiles": [{ ...unsecured, lifetime: 15 * 60 }] } },
  async (window) => {
    const views = treeViews(window.page);
    await window.runCommand("Mint Token…");
    await window.pickItem(unsecured.name);
    await window.notification("token copied");
    await window.clearNotifications();
    await views.show();
    await window.openFile("two.http");
    await lensesAre(window, [/expires in 19:59/, /expires in 13:/]);
    await statusIs(window, /Custom JWT: expires in 1[34]:/);
    await badgesAre(window, 0);

    setClock(window, 30);
    await lensesAre(window, [/expired 10 h ago/, /expired 1 d 5 h ago|expired 29 h ago/]);
    await badgesAre(window, 2);
    await statusIs(window, /Custom JWT: expired/);
    await views.rowAs("Profiles", unsecured.name, /^expired/);

    setClock(window, 1);
    await lensesAre(window, [/expires in 18:5/, /expired 4\d min ago/]);
    await badgesAre(window, 1);

    setClock(window, -60);
    await lensesAre(window, [/expires in 3 d/, /expires in 2 d/]);
    await badgesAre(window, 0);
    await statusIs(window, /Custom JWT: not valid for another/);
    await views.rowAs("Profiles", unsecured.name, /^not valid for another/);

    setClock(window, 0);
    await lensesAre(window, [/expires in 19:5/, /expires in 1[0-3]:/]);
    await statusIs(window, /Custom JWT: expires in/);
    await views.rowAs("Profiles", unsecured.name, /^expires in/);
  },
);

windowTest(
  "the panel judges anew, and shows the times that it would sign now, where the clock is set",
  { folder, extensionTests, settings: { "jwtMint.profiles": [unsecured] } },
  async (window) => {
    const frame = await openPanel(window);
    const issued = seconds() - 60;
    await pasteField(frame).fill(token({ sub: "a", iat: issued, exp: issued + 40 * HOUR }));
    const future = frame.locator(".finding", { hasText: "in the future" });
    await frame.getByText("expires in").first().waitFor();
    const preview = frame.getByLabel("Claims preview");
    const iat = async () => Number(/"iat": (\d+)/.exec(await preview.innerText())?.[1]);
    assert.ok(Math.abs((await iat()) - seconds()) < 60);

    await moveClock(frame, -HOUR);
    setClock(window, -1);

    await future.waitFor();
    await until("the preview", async () => (Math.abs((await iat()) + HOUR - seconds()) < 90 ? true : undefined));
    await moveClock(frame, HOUR);
    setClock(window, 0);
    await future.waitFor({ state: "detached" });
    await until("the preview", async () => (Math.abs((await iat()) - seconds()) < 90 ? true : undefined));
  },
);
