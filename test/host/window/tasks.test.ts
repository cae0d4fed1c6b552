import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { callTest, type RunCall } from "../harness/caller/calls.ts";
import { ecPair, pkcs8Pem, readToken, type TestPair } from "../inside/kit/keys.ts";
import { hasRun, runTask, taken, taskKeys, writeTasks } from "./taskFolder.ts";
import { treeViews } from "../harness/treeView.ts";
import { until } from "../harness/windowParts.ts";
import type { Workbench } from "../harness/workbench.ts";

const mine = { name: "Mine", provider: "app-store-connect", key: "mine", values: { keyId: "K1" } };

/** The user's key and profile, and a folder that would rather not ask. */
async function setUp(window: Workbench, run: RunCall): Promise<TestPair> {
  const pair = await ecPair();
  assert.equal((await run("importKey", { name: "mine", text: pkcs8Pem(pair) })).error, undefined);
  assert.equal((await run("saveProfile", mine)).error, undefined);
  mkdirSync(join(window.folder, ".vscode"), { recursive: true });
  const settings = { "jwtMint.callsByArgument": "allow" };
  writeFileSync(join(window.folder, ".vscode", "settings.json"), JSON.stringify(settings));
  return pair;
}

/** What VS Code says where an input's command rejects; the task does not run. */
const failed = (window: Workbench, part: string | RegExp) => window.notification(part);

const keys = async (run: RunCall) =>
  ((await run("listKeys")).value as readonly { readonly name: string }[]).map(({ name }) => name);

callTest(
  "a folder's task gets a token once a person allowed it, until that is forgotten",
  { keybindings: taskKeys },
  async (window, run) => {
    const pair = await setUp(window, run);
    const values = { alg: "ES256", claims: '{"sub":"thief"}' };
    writeTasks(window, {
      order: { command: "mintToken", args: { provider: "custom", key: "mine", values } },
      profile: { command: "mintToken", args: { profile: "Mine" } },
    });

    await runTask(window, "order");
    const { message, detail, buttons } = await window.dialog();
    assert.match(message, /^Let calls in the folder "workspace" sign Custom JWT tokens with the key "mine"\?$/);
    for (const line of ["A task, keybinding or extension", "Provider: Custom JWT", "Key: mine", "Environment: default"])
      assert.ok(detail.includes(line), detail);
    assert.deepEqual(buttons.toSorted(), ["Allow Everywhere", "Allow in This Folder", "Not Now"]);
    await window.answerDialog("Not Now");
    await failed(window, 'sign with the key "mine" here');
    assert.equal(hasRun(window, "order"), false);

    await runTask(window, "profile");
    assert.match((await window.dialog()).message, /sign with the profile "Mine"\?$/);
    await window.answerDialog("Allow in This Folder");
    assert.ok((await readToken(await taken(window, "profile"), pair)).verified);
    await runTask(window, "profile");
    assert.ok((await readToken(await taken(window, "profile"), pair)).verified);
    const views = treeViews(window.page);
    await views.show();
    assert.match((await views.rowAs("Profiles", "Mine", /./)).spoken, /Calls by argument: allowed in this folder/);

    await window.runCommand("JWT Mint: Forget Allowed Calls…");
    await window.accept();
    await window.notification("you are asked again");
    await until("the answer to leave the profile's facts", async () =>
      /Calls by argument/.test((await views.rowAs("Profiles", "Mine", /./)).spoken) ? undefined : true,
    );
    await runTask(window, "profile");
    await window.dialog();
    await window.escape();
    await failed(window, 'sign with the profile "Mine" here');
    assert.equal(hasRun(window, "profile"), false);
  },
);

callTest(
  "a folder's task takes no key out and destroys none unasked",
  { keybindings: taskKeys },
  async (window, run) => {
    await setUp(window, run);
    const stolen = join(window.folder, "..", "stolen.pem");
    writeTasks(window, {
      steal: { command: "exportPrivateKey", args: { key: "mine", uri: `file://${stolen}`, passphrase: "known" } },
      destroy: { command: "deleteKey", args: { key: "mine" } },
    });

    await runTask(window, "steal");
    await failed(window, "takes no argument: it is for a person alone");
    assert.ok(!existsSync(stolen) && !hasRun(window, "steal"));

    await runTask(window, "destroy");
    const { message, detail } = await window.dialog();
    assert.equal(message, 'Delete the key "mine" from this machine?');
    assert.match(
      detail,
      /sign with it: "Mine"\. This cannot be undone\.\s*A task, keybinding or extension asks for it/,
    );
    await window.answerDialog("Cancel");
    await failed(window, "Nothing was changed");
    assert.deepEqual(await keys(run), ["mine"]);

    await window.clearNotifications();
    await runTask(window, "destroy");
    await window.answerDialog("Delete");
    await until("the key to go", async () => ((await keys(run)).length === 0 ? true : undefined));
  },
);

/** A row of the tree as VS Code itself names it. */
const row = { $treeViewId: "jwtMint.profiles", $treeItemHandle: "1/Mine" };

callTest(
  "a folder's task that passes for a person gets nothing, and writes nothing unasked",
  { keybindings: taskKeys },
  async (window, run) => {
    await setUp(window, run);
    const views = treeViews(window.page);
    await views.show();
    await views.rowAs("Profiles", "Mine", /./);
    await views.rowWith("Profiles", "Mine").click();
    writeTasks(window, {
      bare: { command: "mint.app-store-connect" },
      row: { command: "mintToken", args: row },
      view: { command: "mintToken", args: "jwtMint.profiles" },
      insert: { command: "insertToken" },
      insertRow: { command: "insertToken", args: row },
    });
    writeFileSync(join(window.folder, "a.http"), "GET https://a.test\n");

    for (const label of ["bare", "row", "view"]) {
      await window.writeClipboard("");
      await runTask(window, label);
      // The token is on the user's own clipboard, as by hand, and the task is told nothing.
      await window.notification("App Store Connect token copied");
      await until("the token", async () => ((await window.readClipboard()).startsWith("eyJ") ? true : undefined));
      await window.clearNotifications();
    }
    assert.deepEqual(await run("mint.app-store-connect"), {});
    assert.deepEqual(await run("mintToken", "jwtMint.profiles"), {});

    await window.openFile("a.http");
    for (const label of ["insert", "insertRow"]) {
      await runTask(window, label);
      assert.match((await window.dialog()).message, /sign with the profile "Mine"\?$/);
      await window.answerDialog("Not Now");
      await window.save();
      assert.equal(readFileSync(join(window.folder, "a.http"), "utf8"), "GET https://a.test\n", label);
    }
    // VS Code leaves an input alone whose command resolves to nothing.
    for (const label of ["bare", "row", "view", "insert", "insertRow"])
      assert.equal(await taken(window, label), `\${input:${label}}`);
  },
);
