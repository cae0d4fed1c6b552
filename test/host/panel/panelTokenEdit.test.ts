import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import type { Frame } from "playwright-core";
import { newRunFolder } from "../harness/folders.ts";
import { liriumToken, openPanel, pasteField } from "./panelPage.ts";
import { compactOf } from "../../tokens.ts";
import { until } from "../harness/windowParts.ts";
import { windowTest } from "../harness/windowTest.ts";

const folder = newRunFolder("panel-token-edit");
writeFileSync(join(folder, "a.http"), "GET https://api.example.com/v1/partner\n");
after(() => rmSync(folder, { recursive: true }));

const lirium = { name: "Lirium sandbox", provider: "lirium", key: "k", values: { apiKey: "the-right-key" } };

const valueOf = (frame: Frame, label: string) =>
  frame
    .getByRole("textbox", { name: label, exact: true })
    .or(frame.getByRole("combobox", { name: label, exact: true }))
    .inputValue();

/** Waits until the form's field has this text. */
const fieldIs = (frame: Frame, label: string, text: string) =>
  until(`${label}: ${text}`, async () => ((await valueOf(frame, label)) === text ? true : undefined));

windowTest(
  "a token leads back to the form, a finding's fix mends it there, and more claims are added",
  { settings: { "jwtMint.profiles": [lirium] }, folder },
  async (window) => {
    await window.openFile("a.http");
    const frame = await openPanel(window);
    await fieldIs(frame, "Profile", "Lirium sandbox");
    const edit = frame.getByRole("button", { name: "Edit and Sign Again" });

    await pasteField(frame).fill(liriumToken({ iss: "a-colleagues" }));
    await edit.click();
    await fieldIs(frame, "API key", "a-colleagues");
    await frame.getByText("Mint signs them with the key that is chosen").waitFor();
    assert.equal(await valueOf(frame, "Provider"), "Lirium");

    await pasteField(frame).fill(`Bearer ${compactOf({ alg: "ES256", kid: "1" }, { sub: "a", admin: true })}`);
    await frame.getByText('"admin": true').first().waitFor();
    await edit.click();
    await fieldIs(frame, "Provider", "Custom JWT");
    assert.equal(await valueOf(frame, "Algorithm"), "ES256");
    assert.deepEqual(JSON.parse(await valueOf(frame, "Claims")), { sub: "a", admin: true });
    assert.deepEqual(JSON.parse(await valueOf(frame, "Header members")), { kid: "1" });

    await pasteField(frame).fill(liriumToken({ iss: "your_api_key" }));
    await frame
      .getByRole("button", { name: /^Fix: / })
      .first()
      .click();
    await fieldIs(frame, "API key", "the-right-key");
    assert.equal(await frame.evaluate("document.activeElement.textContent.trim()"), "API key");
    await frame.getByLabel("Claims preview").getByText('"the-right-key"').waitFor();

    await frame.locator("summary").click();
    const extra = frame.getByRole("textbox", { name: "Extra claims" });
    await extra.fill('{\n  "role": "admin",\n}');
    await frame.getByText("line 3, column 1 is not valid JSON").waitFor();
    await extra.fill('{"iss": "another"}');
    await frame.getByText('"iss" cannot be set here').waitFor();
    await extra.fill('{"role": "admin"}');
    await frame.getByLabel("Claims preview").getByText('"role"').waitFor();

    await frame.getByRole("button", { name: "Copy as cURL" }).click();
    await frame.getByText("Copied as a cURL command.").waitFor();
    await frame.getByRole("button", { name: "Insert into Request" }).click();
    await frame.getByText("Inserted into 1 request.").waitFor();
    assert.match(await window.readClipboard(), /^curl [^]*lirium-sandbox\.com[^]*Authorization: Bearer eyJ/);
  },
);

windowTest("nothing in the panel moves by itself", {}, async (window) => {
  const frame = await openPanel(window);
  await pasteField(frame).fill(liriumToken());
  await frame.getByRole("timer").waitFor();

  assert.equal(await frame.evaluate("document.getAnimations().length"), 0);
  assert.equal(
    await frame.evaluate(`[...document.querySelectorAll("body, body *")].filter((node) => {
      const { animationName, transitionDuration } = getComputedStyle(node);
      return animationName !== "none" || transitionDuration !== "0s";
    }).length`),
    0,
  );
});
