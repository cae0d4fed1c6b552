import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { demoTest, setUpLirium } from "../harness/demoWindow.ts";
import { until } from "../harness/windowParts.ts";
import { windowTest } from "../harness/windowTest.ts";
import type { Workbench } from "../harness/workbench.ts";

/** What a program in a new terminal reads from LIRIUM_TOKEN. */
async function terminalVariable(window: Workbench, file: string): Promise<string> {
  await window.runCommand("Terminal: Create New Terminal");
  await window.page.locator(".terminal-wrapper.active .xterm-screen").last().waitFor();
  await window.page.keyboard.type(`printf '[%s]' "$LIRIUM_TOKEN" > ${file}\n`);
  const path = join(window.folder, file);
  const read = async () => {
    try {
      const text = readFileSync(path, "utf8");
      return text.endsWith("]") ? text : undefined;
    } catch {
      return undefined;
    }
  };
  return (await until("the terminal", read)).slice(1, -1);
}

demoTest(
  "a profile used as a variable is there when VS Code starts, and is gone when it is switched off",
  async (window) => {
    await setUpLirium(window);
    await window.runCommand("JWT Mint: Use Profile as Variable…");
    await window.pickItem("Lirium sandbox");
    assert.equal((await window.inputBox()).value, "liriumToken");
    await window.accept();
    await window.notification("{{$processEnv LIRIUM_TOKEN}}");

    await window.reload();
    const token = await terminalVariable(window, "on.txt");
    assert.match(token, /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/);

    await window.runCommand("JWT Mint: Use Profile as Variable…");
    await window.pickItem("Lirium sandbox");
    await window.typeInput("");
    await window.accept();
    await window.notification("is no longer used as a variable");
    assert.equal(await terminalVariable(window, "off.txt"), "");
  },
);

demoTest("a token goes into a .env file, under a name that is chosen", async (window) => {
  writeFileSync(join(window.folder, ".env"), "HOST=h\nAPI_TOKEN=old # token\n");
  await setUpLirium(window);
  await window.openFile(".env");
  await window.runCommand("Insert Token into Request");
  await window.answerDialog("Allow Everywhere");
  await window.pickItem("API_TOKEN");

  const written = async () =>
    /^HOST=h\nAPI_TOKEN=(eyJ\S+) # token\n$/.exec(readFileSync(join(window.folder, ".env"), "utf8"))?.[1];
  assert.ok(await until("the token in .env", written));
});

windowTest(
  "a private environment file that git does not ignore is warned of",
  { settings: { "git.enabled": true } },
  async (window) => {
    execFileSync("git", ["init", "-q"], { cwd: window.folder });
    const file = "http-client.private.env.json";
    writeFileSync(join(window.folder, file), "{}\n");
    await window.reload();
    await window.page
      .locator(".statusbar-item", { hasText: /main|master/ })
      .first()
      .waitFor();
    await window.runCommand("Mint Partner API token");
    await window.typeInput("client");
    await window.accept();
    await window.pickItem("Type or Paste a Secret…");
    await window.typeInput("a secret that is longer than thirty-two bytes");
    await window.accept();
    await window.accept();
    await window.notification("Partner API token copied");

    await window.openFile(file);
    await window.runCommand("Insert Token into Request");
    await window.answerDialog("Allow in This Folder");
    await window.accept();
    await window.accept();

    await window.notification("git does not ignore it");
    assert.match(readFileSync(join(window.folder, file), "utf8"), /"partnerApiToken": "eyJ/);
  },
);
