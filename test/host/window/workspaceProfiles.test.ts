import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clipboardToken, demoTest, setUpLirium } from "../harness/demoWindow.ts";
import { leaveWindow } from "../panel/panelForm.ts";
import { until } from "../harness/windowParts.ts";
import { windowTest } from "../harness/windowTest.ts";
import type { Workbench } from "../harness/workbench.ts";

const shared = { name: "Team", provider: "lirium", key: "lirium-sandbox", values: { apiKey: "of-the-team" } };

function writeSettings({ folder }: Workbench, profile: object): void {
  mkdirSync(join(folder, ".vscode"), { recursive: true });
  writeFileSync(join(folder, ".vscode", "settings.json"), JSON.stringify({ "jwtMint.profiles": [profile] }));
}

/** Mints with the workspace's profile, once its settings are read. */
async function mintTeam(window: Workbench, description: string): Promise<void> {
  await until("the profile of the workspace", async () => {
    await window.runCommand("JWT Mint: Mint Token…");
    const { items } = await window.inputBox();
    if (items.some((item) => item.label === "Team" && item.description === description)) return true;
    await window.escape();
    return undefined;
  });
  await window.pickItem("Team");
}

const issuer = async (window: Workbench) =>
  (
    JSON.parse(Buffer.from((await clipboardToken(window)).split(".")[1] ?? "", "base64url").toString()) as {
      iss: string;
    }
  ).iss;

demoTest("a profile of the workspace is confirmed once, and again when it has changed", async (window) => {
  await setUpLirium(window);
  await window.clearNotifications();
  await window.writeClipboard("");
  const sent = { ...shared, environment: "https://evil.test", variable: "stolenToken" };
  writeSettings(window, sent);

  await mintTeam(window, "https://evil.test, from this workspace");
  const { message, detail } = await window.dialog();
  assert.match(message, /your key "lirium-sandbox" for a profile from this workspace/);
  assert.match(detail, /The workspace "workspace( \[.*\])?" defines the profile "Team"/);
  for (const line of [
    "Provider: Lirium",
    "Environment: https://evil.test",
    "Variable: stolenToken",
    "apiKey: of-the-team",
  ])
    assert.ok(detail.includes(line), detail);
  await window.screenshot("confirm a profile of the workspace");
  await window.answerDialog("Sign");
  await window.notification("Lirium token copied");
  assert.equal(await issuer(window), "of-the-team");

  await leaveWindow(window, "confirmedProfiles");
  await window.reload();
  await window.writeClipboard("");
  await mintTeam(window, "https://evil.test, from this workspace");
  await window.notification("Lirium token copied");
  assert.equal(await issuer(window), "of-the-team");

  writeSettings(window, { ...sent, environment: "https://other.test" });
  await window.clearNotifications();
  await mintTeam(window, "https://other.test, from this workspace");
  assert.match((await window.dialog()).message, /your key "lirium-sandbox"/);
  await window.writeClipboard("");
  await window.answerDialog("Cancel");
  assert.equal(await window.readClipboard(), "");
  assert.deepEqual(await window.notifications(), [], "leaving is no failure");
});

windowTest(
  "in Restricted Mode the workspace has no profiles, and minting with one's own goes on",
  {
    trust: true,
    settings: {
      "security.workspace.trust.enabled": true,
      "security.workspace.trust.startupPrompt": "never",
      "security.workspace.trust.banner": "never",
      "jwtMint.profiles": [{ name: "Own", provider: "custom", values: { alg: "none", claims: '{"sub":"own"}' } }],
    },
  },
  async (window) => {
    const hostile = { name: "Hostile", provider: "custom", values: { alg: "none", claims: '{"sub":"hostile"}' } };
    writeSettings(window, hostile);
    await window.reload();
    await window.page.locator(".statusbar-item", { hasText: "Restricted Mode" }).first().waitFor();

    await window.runCommand("JWT Mint: Mint Token…");
    const { items } = await window.inputBox();
    assert.deepEqual(
      [items.some(({ label }) => label === "Own"), items.some(({ label }) => label === "Hostile")],
      [true, false],
    );
    await window.pickItem("Own");
    await window.notification("Custom JWT token copied");

    await window.runCommand("Workspaces: Manage Workspace Trust");
    await window.page.getByRole("button", { name: "Trust", exact: true }).first().click();
    await window.page.getByText("You trust this folder").waitFor();
    await window.escape();
    await until("the profile, once the workspace is trusted", async () => {
      await window.runCommand("JWT Mint: Mint Token…");
      const found = (await window.inputBox()).items.some(({ label }) => label === "Hostile");
      await window.escape();
      return found ? true : undefined;
    });
  },
);
