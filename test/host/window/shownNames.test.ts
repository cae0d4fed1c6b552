import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clipboardToken } from "../harness/demoWindow.ts";
import { treeViews } from "../harness/treeView.ts";
import { until } from "../harness/windowParts.ts";
import { windowTest } from "../harness/windowTest.ts";
import type { Workbench } from "../harness/workbench.ts";

/** An icon, and a link that would run a command. */
const trap = "$(bug)[Trap](command:jwtMint.openPanel)";
const profile = `\u202e${trap}\u200b\nx`;
const seenProfile = String.raw`\u202e${trap}\u200b\u000ax`;
/** As it stands where VS Code would read the link. */
const unlinked = trap.replace("](", "] (");

/** Icons and links in the window that could only come from the names. */
const trapsIn = ({ page }: Workbench) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".codicon-bug, a")]
      .filter((each) => each.classList.contains("codicon-bug") || each.textContent?.trim() === "Trap")
      .map(({ outerHTML }) => outerHTML),
  );

function writeKey(window: Workbench, file: string): void {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  writeFileSync(join(window.folder, file), privateKey.export({ type: "pkcs8", format: "pem" }));
}

/** Imports a key file under a name. */
async function importAs(window: Workbench, file: string, name: string): Promise<void> {
  await window.runCommand("JWT Mint: Import Key…");
  await window.pickItem("From a File…");
  await window.chooseFile(join(window.folder, file));
  await until("the question for a name", async () => (await window.inputBox()).message.includes("name") || undefined);
  await window.typeInput(name);
  await window.accept();
}

windowTest(
  "a key file whose name is a link to a shell is imported without any link",
  { settings: { "git.enabled": true } },
  async (window) => {
    const shell = { config: { executable: "/bin/sh", args: ["-c", "id>pwned.txt"] } };
    const argument = encodeURIComponent(JSON.stringify(shell));
    const file = `[Trap](command:workbench.action.terminal.new?${argument}).pem`;
    execFileSync("git", ["init", "-q"], { cwd: window.folder });
    writeKey(window, file);
    await window.reload();
    await window.page
      .locator(".statusbar-item", { hasText: /main|master/ })
      .first()
      .waitFor();

    await importAs(window, file, "key");

    const { text } = await window.notification("so a commit could include the key");
    assert.deepEqual(await trapsIn(window), []);
    assert.ok(text.includes(file.replace("](", "] (").slice(0, 90)), text);
  },
);

windowTest("a key whose name is a link and an icon is text wherever it is shown", {}, async (window) => {
  const views = treeViews(window.page);
  writeKey(window, "a.pem");
  await views.show();

  await importAs(window, "a.pem", trap);
  const { text } = await window.notification("is stored in VS Code's secret storage");
  assert.ok(text.includes(`The key "${unlinked}"`), text);
  await window.page.locator(".label-name", { hasText: trap }).waitFor();
  assert.equal((await views.rows("Keys"))[0]?.label, trap);
  assert.deepEqual(await trapsIn(window), []);

  await window.runCommand("JWT Mint: Delete Key…");
  assert.equal((await window.inputBox()).items[0]?.label, trap);
  assert.deepEqual(await trapsIn(window), []);
  await window.screenshot("a hostile key in a list");
  await window.accept();
  assert.ok((await window.dialog()).message.includes(`"${trap}"`));
  assert.deepEqual(await trapsIn(window), []);
  await window.answerDialog("Cancel");

  await importAs(window, "a.pem", "other");
  await window.runCommand("JWT Mint: Rename Key…");
  await window.pickItem("other");
  await window.typeInput(trap);
  await window.page.keyboard.press("Enter");
  const refusal = await until("the refusal", async () => {
    const { message } = await window.inputBox();
    return message.includes("already") ? message : undefined;
  });
  await window.screenshot("a hostile key below an input box");
  assert.ok(refusal.includes(`"${unlinked}"`), refusal);
  assert.deepEqual(await trapsIn(window), []);
});

windowTest("a profile's hostile name is text wherever it is shown, and is found by that text", {}, async (window) => {
  const views = treeViews(window.page);
  const claims = JSON.stringify({ sub: "a", exp: 1 });
  const profiles = [
    { name: profile, provider: "custom", key: trap, environment: `https://e.test/${trap}`, values: { claims } },
    { name: "\u200b", provider: trap, values: {} },
  ];
  mkdirSync(join(window.folder, ".vscode"));
  writeFileSync(join(window.folder, ".vscode", "settings.json"), JSON.stringify({ "jwtMint.profiles": profiles }));
  writeKey(window, "a.pem");
  await importAs(window, "a.pem", trap);
  await window.clearNotifications();

  await views.show();
  const row = await views.rowAs("Profiles", seenProfile, /Custom JWT/);
  assert.ok(row.spoken.includes(seenProfile), row.spoken);
  await views.rowAs("Profiles", String.raw`\u200b`, /^\$\(bug\)\[Trap\]\(command:jwtMint\.openPanel\)/);
  assert.deepEqual(await trapsIn(window), []);

  await window.runCommand("JWT Mint: Mint Token…");
  const { items } = await window.inputBox();
  assert.equal(items[0]?.label, seenProfile);
  assert.ok(items[0].description.includes(trap), items[0].description);
  assert.equal(items[0].detail, `key ${trap} (EC, P-256)`);
  await window.screenshot("a hostile profile in a list");
  assert.deepEqual(await trapsIn(window), []);
  await window.pickItem(seenProfile);
  const { message, detail } = await window.dialog();
  assert.ok(message.includes(`"${trap}"`), message);
  assert.ok(detail.includes(`"${seenProfile}"`), detail);
  await window.screenshot("a hostile profile in a dialog");
  assert.deepEqual(await trapsIn(window), []);
  await window.answerDialog("Sign");
  await window.notification("token copied");

  const token = await clipboardToken(window);
  writeFileSync(join(window.folder, "a.http"), `GET https://e.test\nAuthorization: Bearer ${token}\n`);
  await window.openFile("a.http");
  const lens = await until("the lens", async () => {
    const [first] = await window.codeLenses();
    return first?.includes(" · ") ? first : undefined;
  });
  assert.ok(lens.startsWith(`${seenProfile} · expired`), lens);
  await window.goToLine(2, 30);
  await until("the name in the hover", async () => (await window.hover()).includes(seenProfile) || undefined);
  await window.screenshot("a hostile profile in a hover");
  assert.deepEqual(await trapsIn(window), []);
  await window.escape();
  await window.page.keyboard.press("ControlOrMeta+.");
  await window.page.locator(".action-widget", { hasText: `Refresh with ${seenProfile}` }).waitFor();
  await window.screenshot("a hostile profile in quick fixes");
  assert.deepEqual(await trapsIn(window), []);
});
