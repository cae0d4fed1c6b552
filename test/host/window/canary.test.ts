import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { storedInBrowser } from "../harness/browserStorage.ts";
import { canariesOf, leaksIn } from "../harness/canaries.ts";
import { chooseKeyFile, demoTest } from "../harness/demoWindow.ts";
import type { Workbench } from "../harness/workbench.ts";

/** The files that the server, its extension host and the workspace wrote, but for the key files themselves. */
function filesOf(window: Workbench): readonly string[] {
  const root = dirname(window.folder);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(window.folder, path).startsWith("keys"));
}

demoTest(
  "a key's bytes stand nowhere but in the secret storage: 0 in logs, settings, state, page and files",
  async (window, keys) => {
    const secrets = [keys.lirium, keys["help-lightning"]].flatMap(({ secret }) => canariesOf(secret));
    await window.runCommand("Mint Lirium token");
    await window.typeInput("canary-api-key");
    await window.accept();
    await chooseKeyFile(window, "help-lightning.pem");
    await chooseProfileName(window);
    await window.runCommand("Import Key…");
    await chooseKeyFile(window, "lirium.pem");
    await window.accept();
    await window.notification("is stored");
    await window.openFile("lirium.http");
    await window.runCommand("Open Token Panel");

    const browser = await storedInBrowser(window);

    const places = new Map<string, Buffer | string>(filesOf(window).map((path) => [path, readFileSync(path)]));
    places.set("the browser's storage", browser);
    places.set("the page", await window.page.content());
    places.set("the console", window.errors().join("\n"));
    assert.ok(
      [...places.values()].some((text) => text.includes("canary-api-key")),
      "the search sees the settings",
    );
    for (const [place, text] of places) assert.deepEqual(leaksIn(text, secrets), [], place);
  },
);

async function chooseProfileName(window: Workbench): Promise<void> {
  await window.accept();
  await window.notification("Lirium token copied");
}
