import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import jsonwebtoken from "jsonwebtoken";
import { demoValues } from "../../demo/demoValues.ts";
import { answerPartnerApi, demoTest, insertedToken } from "../harness/demoWindow.ts";
import { sendWithHttpyac } from "../harness/httpyac.ts";
import { until } from "../harness/windowParts.ts";
import type { Workbench } from "../harness/workbench.ts";

const file = "partner-api.http";
const profile = "Partner API";

async function setUpPartnerApi(window: Workbench): Promise<void> {
  await window.runCommand("Mint Partner API token");
  await answerPartnerApi(window);
  await window.clearNotifications();
}

/** Puts a token of the demo's client into the request; it expires in so many seconds. */
function writeToken(window: Workbench, secret: string, lifetime: number): string {
  const iat = Math.floor(Date.now() / 1000) - 900;
  const exp = iat + 900 + lifetime;
  const token = jsonwebtoken.sign({ ...demoValues.partnerApi, iat, exp }, secret, { algorithm: "HS256" });
  const path = join(window.folder, file);
  writeFileSync(path, readFileSync(path, "utf8").replace(/^(GET .*)$/m, `$1\nAuthorization: Bearer ${token}`));
  return token;
}

const lensesAs = (window: Workbench, pattern: RegExp) =>
  until(`lenses as ${String(pattern)}`, async () => {
    const lenses = (await window.codeLenses()).join(" | ");
    return pattern.test(lenses) ? lenses : undefined;
  });

const clickLens = (window: Workbench, title: string) =>
  window.page
    .locator(".codelens-decoration a", { hasText: new RegExp(`^${title}$`) })
    .first()
    .click();

demoTest("a request that is refused for its expired token is accepted after Refresh over it", async (window, keys) => {
  await setUpPartnerApi(window);
  const old = writeToken(window, keys["partner-api"].secret, -60);
  assert.deepEqual(await sendWithHttpyac(join(window.folder, file)), [401]);
  await window.openFile(file);
  await lensesAs(
    window,
    new RegExp(`^${profile}.* · expired 1 min( \\d+ s)? ago \\| Refresh \\| Refresh & Send \\| Inspect$`),
  );
  await until("the mark", async () => (await window.badges())[0]);

  await clickLens(window, "Refresh");

  const shown = await lensesAs(window, / · expires in 1[45]:/);
  await insertedToken(window, file, old);
  assert.deepEqual(await sendWithHttpyac(join(window.folder, file)), [200]);
  assert.deepEqual(await window.badges(), []);
  assert.ok((await window.statusBar()).some((text) => text.includes("Partner API: expires in")));
  await until("the words to move on", async () =>
    (await window.codeLenses())[0] === shown.split(" | ")[0] ? undefined : true,
  );
});

demoTest("a token that expires in sight is marked, and its quick fix refreshes it", async (window, keys) => {
  await setUpPartnerApi(window);
  const old = writeToken(window, keys["partner-api"].secret, 40);
  await window.openFile(file);
  await lensesAs(window, / · expires in 0:[0-4]\d/);
  assert.deepEqual(await window.badges(), []);

  await lensesAs(window, / · expired \d+ s ago/);
  await until("the mark", async () => (await window.badges())[0]);
  const line = readFileSync(join(window.folder, file), "utf8")
    .split("\n")
    .findIndex((text) => text.includes(old));
  await window.goToLine(line + 1, 40);
  await window.page.keyboard.press("ControlOrMeta+.");
  const fix = window.page
    .locator(".action-widget .action-item, .action-widget .monaco-list-row", { hasText: `Refresh with ${profile}` })
    .first();
  await fix.waitFor();
  await window.page.keyboard.press("Enter");

  await insertedToken(window, file, old);
  await lensesAs(window, / · expires in 1[45]:/);
});

demoTest("a request without a token gets one from the lens over it", async (window) => {
  await setUpPartnerApi(window);
  await window.openFile(file);
  await lensesAs(window, new RegExp(`^Mint ${profile}.* \\| Mint token…$`));

  await window.page.locator(".codelens-decoration a").first().click();

  await insertedToken(window, file);
  assert.deepEqual(await sendWithHttpyac(join(window.folder, file)), [200]);
});
