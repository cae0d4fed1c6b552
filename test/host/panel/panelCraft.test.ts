import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import jwt, { type JwtPayload } from "jsonwebtoken";
import type { Frame } from "playwright-core";
import { demoValues } from "../../demo/demoValues.ts";
import { canariesOf, leaksIn } from "../harness/canaries.ts";
import { chooseKeyFile, demoTest } from "../harness/demoWindow.ts";
import { newRunFolder } from "../harness/folders.ts";
import { chooseProvider, dropOnKey, leaveWindow, panelLog, pick, sendRaw, tabTo, watchMessages } from "./panelForm.ts";
import { keyless, openPanel, panelFrame, unsecured } from "./panelPage.ts";
import { until } from "../harness/windowParts.ts";
import { windowTest } from "../harness/windowTest.ts";
import type { Workbench } from "../harness/workbench.ts";

const folder = newRunFolder("panel-craft");
writeFileSync(join(folder, "a.http"), "GET https://api.example.com/v1/partner\n");
after(() => rmSync(folder, { recursive: true }));

const { lirium, happyPathology, helpLightning, appStoreConnect, partnerApi } = demoValues;

/** What is typed for each provider, by label, and what is to stand in the token. */
const forms = [
  { id: "lirium", name: "Lirium", alg: "RS512", texts: { "API key": lirium.apiKey }, claims: { iss: lirium.apiKey } },
  {
    id: "happy-pathology",
    name: "Happy Pathology",
    alg: "RS256",
    texts: {
      "Organization ID": happyPathology.organizationId,
      "Key ID": happyPathology.keyId,
      "User ID": happyPathology.userId,
    },
    claims: { iss: happyPathology.organizationId, kid: happyPathology.keyId, sub: happyPathology.userId },
  },
  {
    id: "help-lightning",
    name: "Help Lightning",
    alg: "RS256",
    texts: { "Site ID": helpLightning.siteId, "API key": helpLightning.apiKey },
    claims: { sub: `Partner:${helpLightning.siteId}` },
  },
  {
    // The key ID comes from the name of Apple's file.
    id: "app-store-connect",
    name: "App Store Connect",
    alg: "ES256",
    texts: { "Issuer ID": appStoreConnect.issuerId },
    claims: { iss: appStoreConnect.issuerId },
  },
  {
    id: "partner-api",
    name: "Partner API",
    alg: "HS256",
    texts: { "Client ID": partnerApi.clientId },
    claims: { clientId: partnerApi.clientId },
  },
  { id: "custom", name: "Custom JWT", alg: "RS256", texts: { Claims: '{"sub":"alice"}' }, claims: { sub: "alice" } },
] as const;

/** The token that the panel shows, once it is another than `old`. */
const shownToken = (frame: Frame, old: string) =>
  until("a new token", async () => {
    const [text = ""] = await frame.locator(".compact").allInnerTexts();
    return text === old || text === "" ? undefined : text;
  });

/** Accepts the name that is proposed for a new key, and waits until the form has it. */
async function acceptKeyName(window: Workbench, frame: Frame, name: string): Promise<void> {
  await until("the question for a name", async () => ((await window.inputBox()).value === name ? true : undefined));
  await window.accept();
  const key = frame.getByRole("combobox", { name: "Key" });
  await until("the key", async () => ((await key.inputValue()) === name ? true : undefined));
  await until("the focus", async () => ((await frame.evaluate("document.hasFocus()")) === true ? true : undefined));
}

demoTest("each provider's form is filled in and minted by keyboard", async (window, keys) => {
  const { page } = window;
  const frame = await openPanel(window);
  let token = "";
  for (const { id, name, alg, texts, claims } of forms) {
    await chooseProvider(frame, page, name);
    if (id === "app-store-connect") {
      assert.equal(
        await frame.getByRole("textbox", { name: "Key ID" }).getAttribute("placeholder"),
        "For example 2X9R4HXF34",
      );
    }
    for (const [label, text] of Object.entries(texts)) {
      await tabTo(frame, page, label);
      // What an editor begins with is taken away; VS Code selects all a moment too late for a test.
      for (const key of ["Control+End", "Backspace", "Backspace"]) await page.keyboard.press(key);
      await page.keyboard.type(text);
    }
    await frame.getByRole("combobox", { name: "Provider" }).focus();
    await tabTo(frame, page, "Key");
    if (id === "lirium") {
      await pick(page, "Import");
      await chooseKeyFile(window, keys[id].file);
    } else await dropOnKey(frame, { name: keys[id].file, text: keys[id].secret });
    if (alg === "HS256") await window.pickItem("As It Is");
    await acceptKeyName(window, frame, keys[id].file.replace(/\.[^.]*$/, ""));

    await page.keyboard.press("Control+Enter");

    token = await shownToken(frame, token);
    const verified = jwt.verify(token, keys[id].verifier, { algorithms: [alg] }) as JwtPayload;
    for (const [claim, value] of Object.entries(claims)) assert.equal(verified[claim], value);
  }
});

demoTest(
  "a dropped key crosses to the host once; what is typed outlives a reload; other messages are refused",
  async (window, keys) => {
    await watchMessages(window.page);
    const canaries = canariesOf(keys.lirium.secret);
    let frame = await openPanel(window);
    await chooseProvider(frame, window.page, "Lirium");

    await dropOnKey(frame, { name: "dropped.pem", text: keys.lirium.secret });
    await acceptKeyName(window, frame, "dropped");

    const { messages } = await panelLog(frame);
    const carrying = messages.filter((message) => leaksIn(message, canaries).length > 0);
    assert.equal(carrying.length, 1);
    assert.match(carrying[0] ?? "", /"method":"importDropped"/);

    await frame.getByRole("textbox", { name: "API key" }).focus();
    await window.page.keyboard.type("half an api k");
    await frame.getByText('"iss": "half an api k"').waitFor();
    await leaveWindow(window, "half an api k");
    await window.reload();
    frame = await panelFrame(window);
    await until("the typed value", async () =>
      (await frame.getByRole("textbox", { name: "API key" }).inputValue()) === "half an api k" ? true : undefined,
    );
    await frame.getByText("an API key has no spaces").waitFor();
    await frame.getByText('"iss": "half an api k"').waitFor();
    assert.equal(await frame.getByRole("combobox", { name: "Key" }).inputValue(), "dropped");

    await frame.getByRole("textbox", { name: "API key" }).fill("k");
    await window.page.keyboard.press("Control+Enter");
    await shownToken(frame, "");
    const log = await panelLog(frame);
    const places = [...log.messages, log.state, await frame.content()];
    for (const place of places) assert.deepEqual(leaksIn(place, canaries), []);
    assert.match(log.state, /"apiKey":"k"/);
    assert.doesNotMatch(log.state, /eyJ/);

    for (const message of [
      { id: 9001, method: "readKey", params: {} },
      { id: 9002, method: "toString", params: {} },
      { id: 9003, method: "mintOrder", params: { order: { provider: "lirium", values: { apiKey: {} } } } },
      { id: 9004, method: "saveProfile", params: { name: "a", order: { provider: "lirium", values: {} }, more: 1 } },
      { id: 9005, method: "importDropped", params: { base64: "QQ==" } },
    ]) {
      assert.deepEqual(await sendRaw(frame, message), { ok: false });
    }
  },
);

windowTest(
  "the panel mints by keyboard, copies, inserts, saves, reverts, and shows what is wrong",
  { settings: { "jwtMint.profiles": [keyless, unsecured] }, folder },
  async (window) => {
    const { page } = window;
    await window.openFile("a.http");
    const frame = await openPanel(window);
    const profile = frame.getByRole("combobox", { name: "Profile" });
    await frame.getByText('The key "no such key" is not on this machine').waitFor();
    await profile.focus();

    await page.keyboard.press("Control+Enter");
    await frame.getByRole("alert").getByText("They are marked in the form").waitFor();
    assert.equal(await frame.evaluate("document.activeElement.textContent"), "Key");

    await profile.focus();
    await pick(page, "Unsec");
    await page.keyboard.press("Control+Enter");
    await frame.getByRole("heading", { name: "Custom JWT token for Unsecured" }).waitFor();
    assert.deepEqual(await window.notifications(), []);

    await frame.getByRole("textbox", { name: "Claims" }).fill('{\n  "sub": "bob",\n}');
    await frame.getByText("line 3, column 1 is not valid JSON").waitFor();
    await frame.getByRole("textbox", { name: "Claims" }).fill('{"sub":"bob"}');
    await frame.getByLabel("Claims preview").getByText('"bob"').waitFor();
    await frame.getByRole("button", { name: "Revert" }).click();
    await frame.getByLabel("Claims preview").getByText('"alice"').waitFor();

    await frame.getByRole("textbox", { name: "Claims" }).fill('{"sub":"carol"}');
    await frame.getByRole("button", { name: "Save Profile" }).click();
    await frame.getByText("Saved as “Unsecured”.").waitFor();
    await profile.focus();
    await pick(page, "Unsec");
    await page.keyboard.press("Control+Enter");
    await frame.getByLabel("Claims", { exact: true }).getByText('"carol"').first().waitFor();

    await frame.getByRole("button", { name: "Copy", exact: true }).focus();
    await page.keyboard.press("Enter");
    await frame.getByText("Copied.").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await frame.getByText("Inserted into 1 request.").waitFor();
    const copied = await window.readClipboard();
    assert.match(copied, /^eyJ[\w-]+\.eyJ[\w-]+\.$/);
    await page.locator(".view-line", { hasText: `Authorization: Bearer ${copied.slice(0, 20)}` }).waitFor();
  },
);
