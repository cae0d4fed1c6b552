import assert from "node:assert/strict";
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { staysSo, until } from "../harness/windowParts.ts";
import { windowTest } from "../harness/windowTest.ts";
import type { Workbench } from "../harness/workbench.ts";

/** A path beside the workspace. */
const outside = (window: Workbench, name: string) => join(dirname(window.folder), name);

/** "Generate Key…" up to the name, which is accepted. */
async function generate(window: Workbench, kind: string, name: string, alg?: string): Promise<void> {
  await window.runCommand("Generate Key…");
  await window.pickItem(kind);
  if (alg !== undefined) await window.pickItem(alg);
  await window.typeInput(name);
  await window.accept();
}

/** The text of a file once there is any: VS Code makes a file before it fills it. */
const written = (path: string) =>
  until(path, async () => {
    const text = existsSync(path) ? readFileSync(path, "utf8") : "";
    return Promise.resolve(text === "" ? undefined : text);
  });

/** Types a path into the save dialog, which takes no Enter while it still looks at the folder. */
async function saveTo(window: Workbench, path: string): Promise<void> {
  await until("the save dialog", async () => ((await window.inputBox()).title.startsWith("Save") ? true : undefined));
  await window.typeInput(path);
  const name = window.page.locator(".quick-input-widget:visible .quick-input-box input");
  await until("the save dialog to close", async () => {
    await window.page.keyboard.press("Enter");
    return name.waitFor({ state: "hidden", timeout: 1_000 }).then(
      () => true,
      () => undefined,
    );
  });
}

/** Whether Cancel came in time: a fast machine may be done before the button is pressed. */
async function cancelGeneration(window: Workbench): Promise<boolean> {
  await generate(window, "RSA, 4096 bits", "cancelled", "RS512");
  const { text, buttons } = await window.notification(/Generating an RSA key of 4096 bits|is stored/);
  if (text.includes("is stored")) return false;
  assert.deepEqual(buttons, ["Cancel"]);
  await window.clickNotificationButton("Generating", "Cancel").catch(() => undefined);
  const texts = async () => (await window.notifications()).map((each) => each.text).join();
  await until("the end of it", async () => ((await texts()).includes("Generating") ? undefined : true));
  // What WebCrypto goes on making is dropped when it is done.
  return staysSo(2_000, async () => (await texts()) === "");
}

async function cancelled(window: Workbench): Promise<void> {
  for (let tries = 0; tries < 5 && !(await cancelGeneration(window)); tries += 1) {
    await window.runCommand("Delete Key…");
    await window.pickItem("cancelled");
    await window.answerDialog("Delete");
    await window.clearNotifications();
  }

  await window.runCommand("Delete Key…");

  await window.notification("There is no such key on this machine");
  await window.clearNotifications();
}

async function offered(window: Workbench): Promise<void> {
  await generate(window, "RSA, 2048 bits", "partner", "RS256");
  await window.clickNotificationButton('The key "partner" (RSA, 2048 bits) is stored', "Save or Send…");
  const { items } = await window.inputBox();
  assert.deepEqual(
    items.map(({ label }) => label),
    [
      "Copy as PEM",
      "Copy as JWK",
      "Copy as JWK Set",
      "Save as PEM…",
      "Save as JWK…",
      "Save as JWK Set…",
      "Copy for Lirium",
      "Copy for Happy Pathology",
      "Copy for Help Lightning",
    ],
  );
  await window.pickItem("Copy for Help Lightning");
  const sent = await window.notification("Add this public key as a partner key in Help Lightning");
  assert.deepEqual(sent.buttons, ["Open Documentation"]);
  const pem = await window.readClipboard();
  assert.equal(createPublicKey(pem).asymmetricKeyDetails?.modulusLength, 2048);
  await window.clearNotifications();

  await generate(window, "EC, P-256", "gate");
  await window.clickNotificationButton('The key "gate" (EC, P-256) is stored', "Save or Send…");
  await window.pickItem("Save as JWK Set…");
  assert.equal((await window.inputBox()).value, join(homedir(), "gate.public.json"), "proposed outside the workspace");
  await saveTo(window, outside(window, "gate.json"));

  const { keys } = JSON.parse(await written(outside(window, "gate.json"))) as { keys: Record<string, string>[] };
  assert.deepEqual(Object.keys(keys[0] ?? {}), ["kty", "crv", "x", "y", "alg", "use"]);
}

async function saved(window: Workbench): Promise<void> {
  await generate(window, "EC, P-384", "server");
  await window.clickNotificationButton("is stored", "Copy Public Key");
  await window.runCommand("Save Private Key to File…");
  await window.pickItem("server");
  const { message, detail, buttons } = await window.dialog();
  assert.match(`${message} ${detail}`, /Save the private key "server" to a file\?.*can sign tokens in your name/);
  assert.ok(["Encrypt with a Passphrase", "Save Unencrypted", "Cancel"].every((button) => buttons.includes(button)));
  await window.answerDialog("Encrypt with a Passphrase");
  await window.typeInput("pass phrase ");
  await window.accept();
  await window.typeInput("pass phrase");
  await window.accept();
  assert.match((await window.inputBox()).message, /passphrases differ/);
  await window.typeInput("pass phrase ");
  await window.accept();
  await saveTo(window, join(window.folder, "server.pem"));
  assert.match((await window.dialog()).message, /inside the workspace/);
  await window.answerDialog("Choose Another Folder");
  await saveTo(window, outside(window, "server.pem"));
  await window.notification('The private key "server" is saved, encrypted');

  const encrypted = await written(outside(window, "server.pem"));
  assert.equal(statSync(outside(window, "server.pem")).mode & 0o777, 0o600);
  const opened = createPrivateKey({ key: encrypted, passphrase: "pass phrase " });
  const publicPem = createPublicKey(opened).export({ type: "spki", format: "pem" });
  assert.equal(await window.readClipboard(), publicPem);
  assert.ok(!existsSync(join(window.folder, "server.pem")));

  await window.runCommand("Save Private Key to File…");
  await window.pickItem("server");
  await window.answerDialog("Save Unencrypted");
  assert.match((await window.dialog()).message, /Save "server" unencrypted\?/);
  await window.answerDialog("Save Unencrypted");
  await saveTo(window, outside(window, "plain.pem"));
  await window.notification(/"server" is saved unencrypted\. Nobody else may read the file/);
  assert.equal(statSync(outside(window, "plain.pem")).mode & 0o777, 0o600);
  const plain = createPublicKey(await written(outside(window, "plain.pem")));
  assert.equal(plain.export({ type: "spki", format: "pem" }), publicPem);
}

async function windowOnly(window: Workbench): Promise<void> {
  await window.runCommand("Generate Key…");
  await window.pickItem("HMAC secret, 256 bits");
  await window.typeInput("passing");
  await window.page.getByRole("button", { name: "Store It, or Keep It for This Window Only" }).click();
  assert.match((await window.inputBox()).message, /kept until this window closes, and not stored/);
  await window.accept();
  const { buttons } = await window.notification(
    'The key "passing" (secret, 256 bits) is kept until this window closes',
  );
  assert.deepEqual(buttons, ["Save Secret…"]);
  await window.clearNotifications();
  await window.runCommand("Mint Partner API token");
  await window.typeInput("client");
  await window.accept();
  const { items } = await window.inputBox();
  assert.equal(items[0]?.description, "secret, 256 bits, this window only");
  await window.pickItem("passing");
  await window.accept();
  await window.notification("Partner API token copied");

  await window.reload();
  await window.runCommand("Mint Partner API token");

  const gone = await window.notification('The key "passing" was for one window only');
  assert.deepEqual([gone.severity, gone.buttons], ["error", ["Import Key…"]]);
}

async function pasted(window: Workbench): Promise<void> {
  const pem =
    "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIE1KzHi6u1/tJR+tjGvotolLnOmp4KVAYxFIoowJl01n\n-----END PRIVATE KEY-----\n";
  await window.runCommand("Import Key…");
  await window.pickItem("Type or Paste a Key or Secret…");
  await window.inputBox();
  await window.page.keyboard.insertText(pem);
  await window.accept();
  await window.typeInput("pasted");
  await window.accept();
  await window.notification('The key "pasted" (OKP, Ed25519) is stored');
  await window.clearNotifications();

  await window.runCommand("Import Key…");
  await window.pickItem("Type or Paste a Key or Secret…");
  await window.typeInput("c0ffee00c0ffee00");
  await window.accept();
  await window.pickItem("HS384");
  await window.pickItem("Decoded from Hex");
  const { message, detail } = await window.dialog();
  assert.equal(message, "Use this secret?");
  assert.match(detail, /8 bytes; HS384 needs 48/);
  await window.answerDialog("Use Anyway");
  await window.typeInput("shared");
  await window.accept();
  await window.notification('The key "shared" (secret, 64 bits) is stored');
  await window.clearNotifications();

  const cipher = { cipher: "aes-256-cbc", passphrase: "p" };
  const { privateKey } = generateKeyPairSync("ed25519");
  await window.runCommand("Import Key…");
  await window.pickItem("Type or Paste a Key or Secret…");
  await window.inputBox();
  await window.page.keyboard.insertText(privateKey.export({ type: "pkcs8", format: "pem", ...cipher }).toString());
  await window.accept();
  assert.match((await window.inputBox()).message, /The key is encrypted\. Enter its passphrase, which is not stored/);
  await window.escape();
  await window.inputClosed();
  assert.deepEqual(await window.notifications(), [], "leaving is no failure");
  await window.runCommand("Delete Key…");
  assert.equal((await window.inputBox()).items.length, 2, "nothing was stored");
  await window.escape();
}

async function importFromClipboard(window: Workbench, text: string): Promise<void> {
  await window.writeClipboard(text);
  await window.runCommand("Import Key…");
  await window.pickItem("From the Clipboard");
}

async function answerPassphrases(window: Workbench, passphrases: readonly string[]): Promise<void> {
  const prompts = [/^The key is encrypted/, /Attempt 2 of 3/, /Attempt 3 of 3/];
  for (const [index, passphrase] of passphrases.entries()) {
    await until("the next try", async () => prompts[index]?.test((await window.inputBox()).message) || undefined);
    await window.typeInput(passphrase);
    await window.accept();
  }
}

const jwk = (one: KeyObject, kid: string) => ({ ...one.export({ format: "jwk" }), kid });

async function fromClipboard(window: Workbench): Promise<void> {
  const passphrase = "pässwörd 1";
  const { privateKey } = generateKeyPairSync("ed25519");
  const locked = privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase }).toString();
  await importFromClipboard(window, locked);
  await answerPassphrases(window, ["first", "second", "third"]);
  const { text } = await window.notification("The passphrase did not decrypt this key");
  assert.doesNotMatch(text, /first|second|third/);
  await window.clearNotifications();
  await importFromClipboard(window, locked);
  await answerPassphrases(window, ["first", "second", passphrase]);
  await window.typeInput("opened");
  await window.accept();
  await window.notification('The key "opened" (OKP, Ed25519) is stored');
  await window.clearNotifications();

  const ec = generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey;
  await importFromClipboard(window, JSON.stringify({ keys: [jwk(privateKey, "k1"), jwk(ec, "k2")] }));
  await window.pickItem("k2");
  await window.typeInput("one of two");
  await window.accept();
  await window.notification('The key "one of two" (EC, P-384) is stored');
  await window.clearNotifications();
}

windowTest("keys that are made and handed on", {}, async (window, t) => {
  await t.test("the generation of an RSA key of 4096 bits is cancelled, and nothing is stored", () =>
    cancelled(window),
  );
  await t.test("a new key offers its public half in every form, and says which service wants it", () =>
    offered(window),
  );
  await t.test("a private key is saved encrypted, or plain on purpose, and not into the workspace", () =>
    saved(window),
  );
});

windowTest("keys that are pasted, and keys for one window", {}, async (window, t) => {
  await t.test("what is pasted is a key, or a secret after some questions; leaving one of them stores nothing", () =>
    pasted(window),
  );
  await t.test("what is on the clipboard is opened in three tries at most, and of a JWK Set one key is chosen", () =>
    fromClipboard(window),
  );
  await t.test("a key for this window only signs for a profile, and after a reload says that it is gone", () =>
    windowOnly(window),
  );
});
