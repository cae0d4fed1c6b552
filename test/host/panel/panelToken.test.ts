import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import type { Frame } from "playwright-core";
import { newRunFolder } from "../harness/folders.ts";
import { liriumToken, openPanel, panelFrame, pasteField, seconds, unsecured } from "./panelPage.ts";
import { compactOf } from "../../tokens.ts";
import { until } from "../harness/windowParts.ts";
import { windowTest } from "../harness/windowTest.ts";

const folder = newRunFolder("panel-token");
writeFileSync(join(folder, "a.http"), "GET https://api.example.com/v1/partner\n");
after(() => rmSync(folder, { recursive: true }));

/** Drops a text or a file on the token side. Runs what a browser does when a person drops it there. */
const dropOn = (frame: Frame, dropped: { readonly text?: string; readonly file?: string }) =>
  pasteField(frame).evaluate((field, { text, file }) => {
    const dataTransfer = new DataTransfer();
    if (text !== undefined) dataTransfer.setData("text/plain", text);
    if (file !== undefined) dataTransfer.items.add(new File([file], "token.txt"));
    field.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
  }, dropped);

windowTest("a token that is pasted into the panel is decoded and counted down", {}, async (window) => {
  const frame = await openPanel(window);
  await frame.getByRole("combobox", { name: "Provider" }).waitFor();
  const field = pasteField(frame);

  await field.fill(`Authorization: Bearer ${liriumToken({ exp: seconds() + 760 })}`);

  await frame.getByText('"iss": "9de362f4d69d484c"').waitFor();
  assert.match(await frame.getByLabel("JOSE header").innerText(), /"alg": "RS512"/);
  const countdown = frame.getByRole("timer");
  const first = await countdown.innerText();
  assert.match(first, /^● expires in 12:\d\d$/);
  await until("the countdown to count", async () => ((await countdown.innerText()) === first ? undefined : true));
  await frame.getByText("signature not checked").waitFor();
  const claims = await frame.locator(".claims").innerText();
  assert.match(claims, /iat Issued at\s+issued 3 min \d+ s ago, \d{4}-\d\d-\d\d \d\d:\d\d:\d\d local, \S+Z/);
  assert.match(claims, /exp Expiry\s+expires in 12 min/);
  await frame.getByRole("img", { name: /^Time line: iat 3 min .* ago, now, exp in 12 min/ }).waitFor();

  await field.fill(liriumToken());
  await frame.getByRole("heading", { name: "Pasted Lirium token" }).waitFor();
  await frame.getByText("no expiry, 3 min").waitFor();

  await field.fill("Bearer hello");
  await frame.getByText("This has 1 part,").waitFor();
  assert.equal(await frame.getByRole("timer").count(), 0);
});

windowTest("a token is taken out of whatever text was pasted or dropped", {}, async (window) => {
  const frame = await openPanel(window);
  const token = liriumToken();
  const wrapped = token.replaceAll(/(.{70})/g, "$1\n");
  const texts = [
    `Authorization: Bearer ${wrapped}`,
    `curl https://api.example.com -H 'Authorization: Bearer ${token}' \\\n  -H 'Accept: */*'`,
    `{"access_token":"${token}","token_type":"Bearer"}`,
    `https://app.example.com/callback#state=1&id_token=${token}`,
  ];

  for (const text of texts) {
    await pasteField(frame).fill(text);
    await frame.getByRole("heading", { name: "Pasted Lirium token" }).waitFor();
    assert.equal(await frame.getByLabel("Compact form").innerText(), token);
    await pasteField(frame).fill("hello");
    await frame.getByRole("heading", { name: "Token", exact: true }).waitFor();
  }

  await dropOn(frame, { text: `"${token}"` });
  await frame.getByRole("heading", { name: "Pasted Lirium token" }).waitFor();
  await dropOn(frame, { file: "x".repeat(1_048_577) });
  await frame.locator("#paste-fault", { hasText: "Drop text or a file of at most 1 MB" }).waitFor();
  await dropOn(frame, { file: `TOKEN=${liriumToken({ iss: "of a file" })}\n` });
  await frame.getByText('"iss": "of a file"').waitFor();
});

windowTest("a hostile token stays text", {}, async (window) => {
  const frame = await openPanel(window);
  const claims = { sub: "<img src=x onerror=alert(1)>", iat: "now", exp: 1e300, name: "a\u202Eb" };

  await pasteField(frame).fill(compactOf({ alg: "<b>HS256</b>" }, claims));

  await frame.getByText('"<img src=x onerror=alert(1)>"', { exact: true }).waitFor();
  assert.equal(await frame.locator("img, b").count(), 0);
  assert.match(await frame.getByLabel("Claims", { exact: true }).innerText(), /a\\u202eb/);
  assert.match(await frame.locator(".claims").innerText(), /iat Issued at\s+not a time[^]*exp Expiry\s+not a time/);
});

windowTest(
  "what the panel shows and what was typed outlive its being hidden and moved, and tokens minted elsewhere come in",
  {
    settings: { "jwtMint.profiles": [unsecured] },
    folder,
  },
  async (window) => {
    const token = liriumToken();
    let frame = await openPanel(window);
    await pasteField(frame).fill(token);
    await frame.getByRole("heading", { name: "Pasted Lirium token" }).waitFor();
    const claims = () => frame.getByRole("textbox", { name: "Claims" });
    const typed = '{"sub":"typed"}';
    await claims().fill(typed);

    await window.openFile("a.http");
    await until("the panel to be hidden", async () => (frame.isDetached() ? true : undefined));
    await window.runCommand("Open Token Panel");
    frame = await panelFrame(window);
    await frame.getByRole("heading", { name: "Pasted Lirium token" }).waitFor();
    assert.equal(await pasteField(frame).inputValue(), token);
    await until("the typed claims", async () => ((await claims().inputValue()) === typed ? true : undefined));

    await window.runCommand("View: Move Editor into Next Group");
    await window.page.locator(".editor-group-container").nth(1).waitFor();
    frame = await panelFrame(window);
    await frame.getByRole("heading", { name: "Pasted Lirium token" }).waitFor();
    assert.equal(await pasteField(frame).inputValue(), token);
    await until("the typed claims", async () => ((await claims().inputValue()) === typed ? true : undefined));

    await window.runCommand("Mint Token…");
    await window.pickItem("Unsecured");
    await frame.getByRole("heading", { name: "Custom JWT token for Unsecured" }).waitFor();
    assert.equal(await pasteField(frame).inputValue(), "");
  },
);

const request = (token: string) => `GET https://api.example.com/v1/partner\nAuthorization: Bearer ${token}\n`;

windowTest(
  "Inspect over a request shows its token, in a panel that opens and in one that is open",
  { folder },
  async (window) => {
    const inspect = () =>
      window.page
        .locator(".codelens-decoration a", { hasText: /^Inspect$/ })
        .first()
        .click();
    writeFileSync(join(window.folder, "a.http"), request(liriumToken()));
    writeFileSync(join(window.folder, "b.http"), request(liriumToken({ iss: "another" })));
    await window.openFile("a.http");

    await inspect();
    const frame = await panelFrame(window);
    await frame.getByText('"iss": "9de362f4d69d484c"').waitFor();
    const heading = frame.getByRole("heading", { name: "Pasted Lirium token" });
    await heading.waitFor();
    await until("the token to be in sight", async () => {
      const { y } = (await heading.boundingBox()) ?? { y: Infinity };
      return y < 400 ? true : undefined;
    });

    await window.page.locator('.tab[data-resource-name="a.http"]').click();
    await window.openFile("b.http");
    await inspect();
    await frame.getByText('"iss": "another"').waitFor();
  },
);
