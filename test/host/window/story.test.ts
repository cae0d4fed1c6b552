import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { demoValues } from "../../demo/demoValues.ts";
import { chooseKeyFile, clipboardToken, demoTest, insertedToken } from "../harness/demoWindow.ts";
import { sendWithHttpyac } from "../harness/httpyac.ts";
import type { Workbench } from "../harness/workbench.ts";

/** The first time: "Mint Lirium token" asks for the API key, the key file and a name. */
async function setUpLirium(window: Workbench): Promise<void> {
  await window.runCommand("Mint Lirium token");
  const first = await window.inputBox();
  assert.match(first.title, /Lirium Profile \(1\/3\)/);
  assert.match(first.placeholder, /^For example [0-9a-f]{32}$/);
  await window.typeInput(demoValues.lirium.apiKey);
  await window.accept();
  await chooseKeyFile(window, "lirium.pem");
  const last = await window.inputBox();
  assert.match(last.title, /\(3\/3\)/);
  assert.equal(last.value, "Lirium sandbox");
  await window.accept();
  await window.notification("Lirium token copied: no expiry");
}

async function insertByPalette(window: Workbench): Promise<void> {
  await window.openFile("lirium.http");
  await window.goToLine(8);
  await window.runCommand("Insert Token into Request");
}

/** The text with one character in the middle of its token's signature changed. */
function withOneCharacterChanged(text: string): string {
  const found = /eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec(text);
  assert.ok(found);
  const at = found.index + found[0].lastIndexOf(".") + 100;
  return text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
}

demoTest("a Lirium token goes from a PKCS#1 key to an accepted request, and stays set up", async (window, keys) => {
  assert.match(keys.lirium.secret, /^-----BEGIN RSA PRIVATE KEY-----/);
  const file = join(window.folder, "lirium.http");

  await setUpLirium(window);
  const minted = await clipboardToken(window);
  assert.ok((await window.statusBar()).some((text) => /^Lirium: no expiry, \d+ s old$/.test(text)));
  await insertByPalette(window);
  // Asked once in a folder: VS Code does not say whether a person ran the command or a task.
  await window.answerDialog("Allow in This Folder");
  const inserted = await insertedToken(window, "lirium.http", minted);
  assert.deepEqual(await sendWithHttpyac(file), [200]);

  const sent = readFileSync(file, "utf8");
  writeFileSync(file, withOneCharacterChanged(sent));
  assert.deepEqual(await sendWithHttpyac(file), [401]);
  writeFileSync(file, sent);

  await window.reload();
  await window.writeClipboard("");
  await window.runCommand("Mint Lirium token");
  await window.notification("Lirium token copied");
  assert.notEqual(await clipboardToken(window), minted);
  await insertByPalette(window);
  await insertedToken(window, "lirium.http", inserted);
  assert.deepEqual(await sendWithHttpyac(file), [200]);
});
