import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { callTest, type Outcome, type RunCall } from "../harness/caller/calls.ts";
import { ecPair, pkcs8Pem, readToken, type TestPair } from "../inside/kit/keys.ts";
import { until } from "../harness/windowParts.ts";
import type { Workbench } from "../harness/workbench.ts";

const mine = { name: "Mine", provider: "app-store-connect", key: "mine", values: { keyId: "K1" } };

async function setUp(run: RunCall): Promise<TestPair> {
  const pair = await ecPair();
  assert.equal((await run("importKey", { name: "mine", text: pkcs8Pem(pair) })).error, undefined);
  assert.equal((await run("saveProfile", mine)).error, undefined);
  return pair;
}

const tokenOf = ({ value, error }: Outcome): string => {
  assert.equal(error, undefined);
  return String(value);
};

async function verified(outcome: Outcome, pair: TestPair): Promise<void> {
  assert.ok((await readToken(tokenOf(outcome), pair)).verified);
}

const insertKey = { key: "ctrl+alt+l", command: "jwtMint.insertToken", args: { profile: "Mine" } };

callTest(
  "extensions and keybindings sign after one answer, also those that call at once",
  { keybindings: [insertKey] },
  async (window, run) => {
    const pair = await setUp(run);

    const calls = [1, 2, 3].map(async () => run("mintToken", { profile: "Mine" }));
    const { detail } = await window.dialog();
    await window.screenshot("calls by argument");
    for (const line of ["Profile: Mine", "Provider: App Store Connect", "Key: mine", "Variable: none"])
      assert.ok(detail.includes(line), detail);
    await window.answerDialog("Allow Everywhere");
    for (const outcome of await Promise.all(calls)) await verified(outcome, pair);

    await verified(await run("mint.app-store-connect", { profile: "Mine" }), pair);
    const file = join(window.folder, "a.http");
    writeFileSync(file, "GET https://a.test\n");
    await window.openFile("a.http");
    await window.page.keyboard.press("Control+Alt+L");
    await until("the token in the request", async () => {
      await window.save();
      return /^Authorization: Bearer eyJ/m.test(readFileSync(file, "utf8")) ? true : undefined;
    });
    assert.deepEqual(await window.notifications(), []);
  },
);

callTest(
  "the setting refuses calls, and asks each time where a person may have run the command",
  {
    settings: { "jwtMint.callsByArgument": "refuse" },
  },
  async (window, run) => {
    await setUp(run);
    const file = join(window.folder, "a.http");
    writeFileSync(file, "GET https://a.test\n");

    assert.match(
      (await run("mintToken", { profile: "Mine" })).error ?? "",
      /^Your setting jwtMint.callsByArgument refuses/,
    );
    assert.ok((await run("mintToken", { provider: "custom", values: { alg: "none" } })).value);

    await window.openFile("a.http");
    await window.runCommand("Insert Token into Request");
    assert.deepEqual((await window.dialog()).buttons.toSorted(), ["Mint Once", "Not Now"]);
    await window.answerDialog("Mint Once");
    await until("the token in the request", async () => {
      await window.save();
      return readFileSync(file, "utf8").includes("Bearer eyJ") ? true : undefined;
    });
  },
);

/** What a call changes, the question before it, and the button that agrees. */
type Change = readonly [command: string, argument: object, question: string, agree: string];

/** A person first leaves the question, then agrees. */
async function changeTwice(window: Workbench, run: RunCall, [command, argument, question, agree]: Change) {
  const refused = run(command, argument);
  assert.equal((await window.dialog()).message, question);
  await window.answerDialog("Cancel");
  assert.match((await refused).error ?? "", /^Nothing was changed: /);
  const changed = run(command, argument);
  await window.answerDialog(agree);
  assert.equal((await changed).error, undefined);
}

callTest(
  "what a call replaces, renames or deletes waits for a person, whatever the setting",
  {
    settings: { "jwtMint.callsByArgument": "allow" },
  },
  async (window, run) => {
    await setUp(run);
    const next = await ecPair();
    const mint = async (profile: string) => run("mintToken", { profile });

    await changeTwice(window, run, [
      "importKey",
      { name: "mine", text: pkcs8Pem(next) },
      'Replace the key "mine"?',
      "Replace",
    ]);
    await verified(await mint("Mine"), next);
    await changeTwice(window, run, [
      "renameKey",
      { key: "mine", name: "ours" },
      'Rename the key "mine" to "ours"?',
      "Rename",
    ]);
    await verified(await mint("Mine"), next);
    await changeTwice(window, run, [
      "renameProfile",
      { profile: "Mine", name: "Ours" },
      'Rename the profile "Mine" to "Ours"?',
      "Rename",
    ]);
    await verified(await mint("Ours"), next);
    assert.match((await mint("Mine")).error ?? "", /There is no profile "Mine"/);
    const changed = { ...mine, name: "Ours", key: "ours", values: { keyId: "K2" } };
    await changeTwice(window, run, ["saveProfile", changed, 'Replace the profile "Ours"?', "Replace"]);
    assert.equal((await readToken(tokenOf(await mint("Ours")), next)).header["kid"], "K2");
    await changeTwice(window, run, [
      "useAsVariable",
      { profile: "Ours", variable: "oursToken" },
      'Replace the profile "Ours"?',
      "Replace",
    ]);
    await changeTwice(window, run, [
      "generateKey",
      { name: "ours", alg: "ES256" },
      'Replace the key "ours"?',
      "Replace",
    ]);
    await changeTwice(window, run, ["deleteProfile", { profile: "Ours" }, 'Delete the profile "Ours"?', "Delete"]);
    assert.match((await mint("Ours")).error ?? "", /There is no profile "Ours"/);
    await changeTwice(window, run, [
      "deleteKey",
      { key: "ours" },
      'Delete the key "ours" from this machine?',
      "Delete",
    ]);
    assert.deepEqual((await run("listKeys")).value, []);
  },
);
