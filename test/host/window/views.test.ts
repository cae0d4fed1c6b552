import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answerPartnerApi, chooseKeyFile, demoTest, insertedToken, setUpLirium } from "../harness/demoWindow.ts";
import { treeViews } from "../harness/treeView.ts";
import { until } from "../harness/windowParts.ts";
import type { Workbench } from "../harness/workbench.ts";

/** Renames by keyboard, once more where the window loses the box before Enter. */
async function renameRow(window: Workbench, view: "Keys" | "Profiles", from: string, to: string): Promise<void> {
  const views = treeViews(window.page);
  await until(`"${from}" to become "${to}"`, async () => {
    await views.focusRow(view, from);
    await window.openWith("F2");
    await window.typeInput(to);
    return window.accept(10_000).then(
      () => true,
      () => undefined,
    );
  });
}

demoTest(
  "the first token is minted from the welcome view, and key and profile are used by keyboard",
  async (window) => {
    const { page } = window;
    const views = treeViews(page);
    await views.show();
    await views.clickWelcome("Keys", "Import Key…");
    assert.equal((await window.inputBox()).title, "Import Key");
    await window.escape();
    await views.clickWelcome("Profiles", "Mint First Token…");
    await window.pickItem("New Partner API Profile…");
    await answerPartnerApi(window);

    const key = await views.rowAs("Keys", "partner-api", /^HS256 · \d+ bits · Partner API$/);
    assert.match(key.spoken, /^partner-api, Kind: secret, \d+ bits, Algorithm: HS256, Used by: Partner API$/);
    const first = await views.rowAs("Profiles", "Partner API", /^expires in 1[45]:\d\d · Partner API/);
    assert.match(first.spoken, /Key: partner-api \(secret, \d+ bits\)/);

    await renameRow(window, "Keys", "partner-api", "partner-secret");
    await views.rowAs("Keys", "partner-secret", /Partner API$/);
    await until("one key", async () => ((await views.rows("Keys")).length === 1 ? true : undefined));
    const moved = await until("the countdown to move", async () => {
      const [row] = await views.rows("Profiles");
      return row !== undefined && row.description !== first.description ? row : undefined;
    });
    assert.match(moved.description, /^expires in 1[45]:\d\d/);
    assert.match(moved.spoken, /Key: partner-secret/);

    await renameRow(window, "Profiles", "Partner API", "Partner");
    await views.rowAs("Profiles", "Partner", /^expires in/);

    await views.focusRow("Keys", "partner-secret");
    await page.keyboard.press("Delete");
    const { message, detail } = await window.dialog();
    assert.equal(message, 'Delete the key "partner-secret" from this machine?');
    assert.match(detail, /These profiles sign with it: "Partner"\./);
    await window.answerDialog("Delete");
    await views.rowAs("Profiles", "Partner", /its key is missing/);
    await until("no key", async () => ((await views.rows("Keys")).length === 0 ? true : undefined));
  },
);

demoTest("a row inserts into the request file that was active last, and brings a lost key back", async (window) => {
  const { page } = window;
  const views = treeViews(page);
  // With VS Code's own git switched off, as it is here, the files of the repository tell.
  mkdirSync(join(window.folder, ".git"));
  writeFileSync(join(window.folder, ".gitignore"), "/keys/\n");
  await setUpLirium(window);
  await window.notification("Git ignores lirium.pem.");
  await window.clearNotifications();
  await views.show();
  await window.openFile("custom.http");
  await page.keyboard.press("ControlOrMeta+\\");
  await page.locator(".editor-group-container").nth(1).waitFor();
  await window.openFile("lirium.http");
  await window.goToLine(requestLine(window, "lirium.http"));
  const before = readFileSync(join(window.folder, "custom.http"), "utf8");
  await views.clickAction("Profiles", "Lirium sandbox", "Inspect Token");
  await page.locator(".tab.active", { hasText: "JWT Mint" }).waitFor();

  await views.clickAction("Profiles", "Lirium sandbox", "Insert Token into Request");
  await window.answerDialog("Allow in This Folder");

  await page.locator('.tab.dirty[data-resource-name="lirium.http"]').waitFor();
  await page.getByRole("tab", { name: "lirium.http, Editor Group 2" }).click();
  await insertedToken(window, "lirium.http");
  assert.equal(readFileSync(join(window.folder, "custom.http"), "utf8"), before);

  await window.runCommand("View: Close All Editors");
  await views.clickAction("Profiles", "Lirium sandbox", "Insert Token into Request");
  await window.notification("No file");

  await page.evaluate(() => localStorage.removeItem("secrets.provider"));
  await window.reload();
  await views.show();
  const empty = await window.notification("VS Code's secret storage was empty after its last start");
  assert.deepEqual(empty.buttons, ["Open Keyring Guide"]);
  assert.doesNotMatch(empty.text, /https:/);
  await views.rowAs("Profiles", "Lirium sandbox", /its key is missing/);
  const lost = await views.rowAs("Keys", "lirium-sandbox", /^no longer on this machine · Lirium sandbox$/);
  assert.match(lost.spoken, /Kind: RSA, 4096 bits, Needed by: Lirium sandbox/);

  await views.clickAction("Keys", "lirium-sandbox", "Import Key Again…");
  await chooseKeyFile(window, "lirium.pem");

  await views.rowAs("Keys", "lirium-sandbox", /^RS512 · 4096 bits · .* · Lirium sandbox$/);
  await views.rowAs("Profiles", "Lirium sandbox", /^Lirium · sandbox$/);
  await until("a token", async () => {
    // Clicked again where the row was drawn anew under the mouse.
    await views.clickAction("Profiles", "Lirium sandbox", "Mint Token…");
    const [row] = await until(
      "the row",
      async () => {
        const minted = (await views.rows("Profiles")).filter(({ description }) =>
          /^no expiry, \d+ s old/.test(description),
        );
        return minted.length > 0 ? minted : undefined;
      },
      5000,
    ).catch(() => []);
    return row;
  });
});

function requestLine({ folder }: Workbench, file: string): number {
  const lines = readFileSync(join(folder, file), "utf8").split("\n");
  return lines.findIndex((line) => /^(GET|POST) /.test(line)) + 1;
}
