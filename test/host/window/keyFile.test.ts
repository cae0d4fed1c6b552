import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateKeyPairSync } from "node:crypto";
import { until } from "../harness/windowParts.ts";
import { windowTest } from "../harness/windowTest.ts";
import type { Workbench } from "../harness/workbench.ts";

const git = (window: Workbench, ...args: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], { cwd: window.folder });

function writeKey(window: Workbench, file: string): void {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  writeFileSync(join(window.folder, file), privateKey.export({ type: "pkcs8", format: "pem" }));
}

async function importFile(window: Workbench, file: string): Promise<void> {
  await window.runCommand("JWT Mint: Import Key…");
  await window.pickItem("From a File…");
  await window.chooseFile(join(window.folder, file));
  await until(
    "the question for a name",
    async () => (await window.inputBox()).message.startsWith("A name") || undefined,
  );
  await window.accept();
}

windowTest(
  "an imported key file is told to be tracked, to be seen by git, and to be ignored, and is ignored and removed on request",
  { settings: { "git.enabled": true } },
  async (window) => {
    git(window, "init", "-q");
    for (const file of ["committed.pem", "staged.pem", "new.pem"]) writeKey(window, file);
    git(window, "add", "committed.pem");
    git(window, "commit", "-qm", "c");
    git(window, "add", "staged.pem");
    await window.reload();
    const branch = window.page.locator(".statusbar-item", { hasText: /main|master/ });
    await branch.first().waitFor();

    await importFile(window, "committed.pem");
    const { buttons } = await window.notification(/committed\.pem is in git's history.*Replace this key/);
    assert.deepEqual(buttons, ["Move File to Trash"]);
    await window.clearNotifications();
    await importFile(window, "staged.pem");
    await window.notification(/Git tracks staged\.pem.*git rm --cached "staged\.pem"/);
    await window.clearNotifications();

    await importFile(window, "new.pem");
    await window.clickNotificationButton(/Git does not ignore new\.pem/, "Add to .gitignore");

    await window.notification(/Git ignores new\.pem/);
    assert.equal(readFileSync(join(window.folder, ".gitignore"), "utf8"), "/new.pem\n");
    git(window, "check-ignore", "new.pem");
    await window.clickNotificationButton(/Git ignores new\.pem/, "Move File to Trash");
    // A remote host has no trash.
    assert.match((await window.dialog()).message, /There is no trash for new\.pem/);
    await window.answerDialog("Delete");
    await window.clearNotifications();
    assert.equal(existsSync(join(window.folder, "new.pem")), false);
  },
);

windowTest(
  "a .gitignore that is a symbolic link or a folder is left as it is, and that is said",
  { settings: { "git.enabled": true } },
  async (window) => {
    const outside = join(window.folder, "..", "outside.txt");
    const gitIgnore = join(window.folder, ".gitignore");
    writeFileSync(outside, "mine\n");
    git(window, "init", "-q");
    symlinkSync(outside, gitIgnore);
    writeKey(window, "linked.pem");
    writeKey(window, "folder.pem");
    await window.reload();

    await importFile(window, "linked.pem");
    await window.clickNotificationButton(/Git does not ignore linked\.pem/, "Add to .gitignore");

    await window.notification(/This \.gitignore is a symbolic link, which git does not follow/);
    assert.equal(readFileSync(outside, "utf8"), "mine\n");
    await window.clearNotifications();
    rmSync(gitIgnore);
    mkdirSync(gitIgnore);
    await importFile(window, "folder.pem");
    await window.clickNotificationButton(/Git does not ignore folder\.pem/, "Add to .gitignore");
    await window.notification(/The \.gitignore could not be written/);
    assert.ok(lstatSync(gitIgnore).isDirectory());
  },
);
