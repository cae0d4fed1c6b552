import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import jsonwebtoken from "jsonwebtoken";
import { chooseKeyFile, clipboardToken, demoTest } from "../harness/demoWindow.ts";
import { until } from "../harness/windowParts.ts";
import type { Workbench } from "../harness/workbench.ts";

/** Puts a file that is no usable key among the demo's keys. */
function writeKey(window: Workbench, name: string, text: string): string {
  writeFileSync(join(window.folder, "keys", name), text);
  return name;
}

const rsaPem = (bits: number, passphrase?: string) =>
  generateKeyPairSync("rsa", { modulusLength: bits })
    .privateKey.export({ type: "pkcs8", format: "pem", ...(passphrase && { cipher: "aes-256-cbc", passphrase }) })
    .toString();

/** The clipboard's text, once it starts as given. */
const copied = (window: Workbench, start: string) =>
  until(`"${start}" on the clipboard`, async () => {
    const text = await window.readClipboard();
    return text.startsWith(start) ? text : undefined;
  });

async function setUp(window: Workbench, keyFile: string): Promise<void> {
  await window.runCommand("Mint Lirium token");
  await window.typeInput("demo-api-key");
  await window.accept();
  await chooseKeyFile(window, keyFile);
}

demoTest(
  "an input that is empty or ill-formed is refused where it is typed, and says where it is found",
  async (window) => {
    await window.runCommand("Mint Lirium token");
    await window.accept();
    const empty = await window.inputBox();
    assert.equal(empty.severity, "error");
    assert.match(empty.message, /API key is empty\. Lirium sends it/);

    await window.typeInput("two words");
    const spaced = await window.inputBox();
    assert.deepEqual([spaced.severity, /no spaces/.test(spaced.message)], ["error", true]);

    await window.page.getByRole("button", { name: "Where do I find this?" }).click();
    const help = await window.inputBox();
    assert.deepEqual([help.severity, /once it has your public key/.test(help.message)], ["info", true]);
    await window.screenshot("input with help");

    await window.escape();
    await window.inputClosed();
    assert.deepEqual(await window.notifications(), [], "leaving is no failure");
  },
);

demoTest("a key that cannot sign is refused with what to do, and leads back to the choice", async (window, keys) => {
  const refused: readonly (readonly [string, RegExp])[] = [
    [writeKey(window, "public.pem", keys.lirium.verifier), /public key/],
    [writeKey(window, "small.pem", rsaPem(1024)), /1024 bits/],
    [writeKey(window, "empty.pem", ""), /empty/],
    ["AuthKey_DEMO123456.p8", /RS512/],
  ];
  await window.runCommand("Mint Lirium token");
  await window.typeInput("demo-api-key");
  await window.accept();
  for (const [file, message] of refused) {
    await chooseKeyFile(window, file);
    const { text, severity } = await window.notification(message);
    assert.equal(severity, "error", text);
    assert.doesNotMatch(text, /\bat \S+:\d+|-----/);
  }
  await window.screenshot("key refused");
  await window.page.getByRole("button", { name: "Back" }).click();
  assert.equal((await window.inputBox()).value, "demo-api-key", "Back keeps what was typed");
  await window.escape();
  await window.inputClosed();

  await window.runCommand("Mint Lirium token");
  assert.match((await window.inputBox()).title, /\(1\/3\)/, "nothing was stored");
});

demoTest("a new key is generated, and its public half is what Lirium gets to verify with", async (window) => {
  await window.runCommand("Mint Lirium token");
  await window.typeInput("demo-api-key");
  await window.accept();
  await window.pickItem("Generate a New Key");
  await until("the last step", async () => ((await window.inputBox()).title.includes("(3/3)") ? true : undefined));
  await window.accept();
  await window.notification("Lirium token copied");
  const token = await clipboardToken(window);
  await window.clickNotificationButton("Send this public key to Lirium", "Copy Public Key");

  const publicKey = await copied(window, "-----BEGIN PUBLIC KEY-----");
  const claims = jsonwebtoken.verify(token, publicKey, { algorithms: ["RS512"] });
  assert.equal(typeof claims === "object" && claims.iss, "demo-api-key");
});

demoTest(
  "several profiles are shown with their environment and key, and cURL is copied for the one chosen",
  async (window) => {
    await setUp(window, "lirium.pem");
    await window.accept();
    await window.notification("Lirium token copied");
    await window.runCommand("Save Profile…");
    await window.pickItem("Lirium");
    await window.typeInput("second-api-key");
    await window.accept();
    await window.pickItem("lirium-sandbox");
    assert.equal((await window.inputBox()).value, "Lirium sandbox 2");
    await window.accept();
    await window.notification('The profile "Lirium sandbox 2" is saved');
    await window.clearNotifications();

    await window.runCommand("Mint Lirium token");
    const { items } = await window.inputBox();
    assert.deepEqual(
      items.map(({ label, description, detail }) => [label, description, detail]),
      [
        ["Lirium sandbox", "sandbox", "key lirium-sandbox (RSA, 4096 bits)"],
        ["Lirium sandbox 2", "sandbox", "key lirium-sandbox (RSA, 4096 bits)"],
        ["New Lirium Profile…", "", ""],
      ],
    );
    await window.screenshot("several profiles");
    await window.pickItem("Lirium sandbox 2");
    await window.clickNotificationButton("Lirium token copied", "Copy as cURL");
    assert.match(
      await copied(window, "curl "),
      /^curl -X GET 'https:\/\/api\.lirium-sandbox\.com\/v1\/partner' \\\n {2}-H 'Authorization: Bearer ey/,
    );
  },
);

demoTest("deleting a key names the profiles that use it, and minting then says that it is missing", async (window) => {
  await setUp(window, "lirium.pem");
  await window.accept();
  await window.notification("Lirium token copied");

  await window.runCommand("Delete Key…");
  await window.pickItem("lirium-sandbox");
  const { message, detail } = await window.dialog();
  assert.match(message, /Delete the key "lirium-sandbox"/);
  assert.match(detail, /Lirium sandbox/);
  await window.answerDialog("Delete");
  await window.clearNotifications();

  await window.runCommand("Mint Lirium token");
  const { text, buttons } = await window.notification("lirium-sandbox");
  assert.match(text, /is not on this machine/);
  assert.deepEqual(buttons, ["Import Key…"]);
});

demoTest("an encrypted key asks for its passphrase, three times at most, and the key signs", async (window) => {
  writeKey(window, "locked.pem", rsaPem(2048, "correct horse "));
  await setUp(window, "locked.pem");
  for (const passphrase of ["wrong", "correct horse", "no"]) {
    const box = await window.inputBox();
    assert.ok(box.password);
    assert.match(box.message, passphrase === "wrong" ? /encrypted/ : /does not open the key\. Attempt [23] of 3/);
    await window.typeInput(passphrase);
    await window.accept();
  }
  await window.notification("The passphrase did not decrypt this key");
  await window.clearNotifications();
  await window.escape();
  await window.inputClosed();

  await setUp(window, "locked.pem");
  await window.typeInput("correct horse ");
  await window.accept();
  assert.match((await window.inputBox()).title, /\(3\/3\)/);
  await window.accept();
  await window.notification("Lirium token copied");
});

demoTest("a file with several keys asks which one it is", async (window) => {
  writeKey(window, "two.pem", rsaPem(2048) + rsaPem(3072));
  await setUp(window, "two.pem");
  const { items } = await window.inputBox();
  assert.deepEqual(
    items.map(({ label, description }) => [label, description]),
    [
      ["Key 1", "RSA, 2048 bits"],
      ["Key 2", "RSA, 3072 bits"],
    ],
  );
  await window.pickItem("Key 2");
  await window.accept();
  await window.notification("Lirium token copied");
  await window.runCommand("Delete Key…");
  assert.deepEqual(
    (await window.inputBox()).items.map(({ description }) => description),
    ["RSA, 3072 bits"],
  );
});

demoTest(
  "what was answered is kept while the settings cannot be written, and is saved once they can",
  async (window) => {
    const settings = join(dirname(window.folder), "server", "data", "User", "settings.json");
    const whole = readFileSync(settings, "utf8");
    writeFileSync(settings, `${whole}}{`);
    await setUp(window, "lirium.pem");
    await window.accept();
    await window.notification("VS Code could not write your settings");

    writeFileSync(settings, whole);
    await window.clickNotificationButton("VS Code could not write your settings", "Try Again");

    await window.notification("Lirium token copied");
    assert.match(readFileSync(settings, "utf8"), /"apiKey": "demo-api-key"/);
  },
);
