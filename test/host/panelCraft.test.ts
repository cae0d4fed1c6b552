import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import { newRunFolder } from "./folders.ts";
import { keyless, openPanel, unsecured } from "./panelPage.ts";
import { windowTest } from "./windowTest.ts";

const folder = newRunFolder("panel-craft");
writeFileSync(join(folder, "a.http"), "GET https://api.example.com/v1/partner\n");
after(() => rmSync(folder, { recursive: true }));

windowTest(
  "the panel mints by keyboard, copies, inserts, and shows what failed",
  { settings: { "jwtMint.profiles": [keyless, unsecured] }, folder },
  async (window) => {
    await window.openFile("a.http");
    const frame = await openPanel(window);
    await frame.getByRole("combobox", { name: "Profile" }).focus();

    await window.page.keyboard.press("Control+Enter");
    await frame.getByRole("alert").getByText('The key "no such key" is not on this machine').waitFor();

    await window.page.keyboard.press("ArrowDown");
    await window.page.keyboard.press("Control+Enter");
    await frame.getByText('"sub": "alice"').waitFor();
    assert.deepEqual(await window.notifications(), []);

    await window.page.keyboard.press("Tab");
    await window.page.keyboard.press("Enter");
    await window.page.keyboard.press("Tab");
    await window.page.keyboard.press("Tab");
    await window.page.keyboard.press("Enter");
    await frame.getByText("Copied.").waitFor();

    await window.page.keyboard.press("Tab");
    await window.page.keyboard.press("Enter");
    await frame.getByText("Inserted into 1 request.").waitFor();
    const copied = await window.readClipboard();
    assert.match(copied, /^eyJ[\w-]+\.eyJ[\w-]+\.$/);
    await window.page.locator(".view-line", { hasText: `Authorization: Bearer ${copied.slice(0, 20)}` }).waitFor();
  },
);
