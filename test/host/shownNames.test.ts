import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "./windowParts.ts";
import { windowTest } from "./windowTest.ts";
import type { Workbench } from "./workbench.ts";

const shell = { config: { executable: "/bin/sh", args: ["-c", "id>pwned.txt"] } };

/** What VS Code would show as "Show details", and run at a click. */
const linkedFile = `[Show details](command:workbench.action.terminal.new?${encodeURIComponent(JSON.stringify(shell))}).pem`;

async function importAs(window: Workbench, file: string, name: string): Promise<void> {
  await window.runCommand("JWT Mint: Import Key…");
  await window.pickItem("From a File…");
  await window.chooseFile(join(window.folder, file));
  await until("the question for a name", async () => (await window.inputBox()).message.includes("name") || undefined);
  await window.typeInput(name);
  await window.accept();
}

windowTest(
  "a key file and a key whose names are command links are named in notifications that have no links",
  { settings: { "git.enabled": true } },
  async (window) => {
    execFileSync("git", ["init", "-q"], { cwd: window.folder });
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    writeFileSync(join(window.folder, linkedFile), privateKey.export({ type: "pkcs8", format: "pem" }));
    await window.reload();
    await window.page
      .locator(".statusbar-item", { hasText: /main|master/ })
      .first()
      .waitFor();

    await importAs(window, linkedFile, "[Key](command:jwtMint.openPanel)\u202e");

    const care = await window.notification("so a commit can take the key along");
    const stored = await window.notification("is stored in VS Code's secret storage");
    await window.screenshot("names that are links");
    assert.equal(await window.page.locator(".notification-list-item-message a").count(), 0);
    assert.ok(care.text.includes(linkedFile.replace("](", "] (").slice(0, 90)), care.text);
    assert.ok(stored.text.includes(String.raw`"[Key] (command:jwtMint.openPanel)\u202e"`), stored.text);
  },
);
