import assert from "node:assert/strict";
import { compactVerify } from "jose";
import type { Frame } from "playwright-core";
import { neighbourOf, numbers, partOf } from "../../unit/core/numbers.ts";
import { chooseProvider, dropOnKey, pick, tabTo } from "../panel/panelForm.ts";
import { openPanel, pasteField } from "../panel/panelPage.ts";
import { until } from "../harness/windowParts.ts";
import { windowTest } from "../harness/windowTest.ts";
import type { Workbench } from "../harness/workbench.ts";
import { part } from "../../tokens.ts";

const secret = "0123456789abcdef0123456789abcdef";
const withoutSpace = (text: string) => text.replaceAll(/\s+/g, "");

/** Each number as a member and in a list; names that look like indices behind them. */
const claimsOf = (each: readonly string[]) => {
  const members = each.map((number, index) => `"n${index}":${number},"l${index}":[${number}]`);
  return `{${members.join(",")},"2":0,"1":{"__proto__":1.0}}`;
};
const claims = claimsOf(numbers);
const header = '{"x":12345678901234567890,"y":{"z":1.0}}';
const tokenOf = (json: string) => `${part('{"alg":"HS256"}')}.${part(json)}.${"A".repeat(43)}`;

/** The payload of a token whose signature another library has verified. */
const payloadOf = async (token: string) =>
  new TextDecoder().decode((await compactVerify(token, new TextEncoder().encode(secret))).payload);

/** The token that the panel shows, once it is another than `old`. */
const shownToken = async (frame: Frame, old: string) =>
  until("a new token", async () => {
    const [text = ""] = await frame.locator(".compact").allInnerTexts();
    return text === old || text === "" ? undefined : text;
  });

const field = (frame: Frame, label: string) => frame.getByRole("textbox", { name: label, exact: true });

async function press({ page }: Workbench, frame: Frame, button: string): Promise<void> {
  await frame.getByRole("button", { name: button }).focus();
  await page.keyboard.press("Enter");
}

/** Mints what the form holds, by its key. */
async function mintForm(window: Workbench, frame: Frame): Promise<void> {
  await field(frame, "Claims").focus();
  await until("the focus", async () => ((await frame.evaluate("document.hasFocus()")) === true ? true : undefined));
  await window.page.keyboard.press("Control+Enter");
}

/** Mints by the form, with a secret that is dropped on it. What stands twice is refused with its place before. */
async function mintByForm(window: Workbench, frame: Frame): Promise<string> {
  const { page } = window;
  await chooseProvider(frame, page, "Custom JWT");
  await tabTo(frame, page, "Algorithm");
  await pick(page, "HS256");
  await field(frame, "Claims").fill('{\n  "sub": 1,\n  "sub": 2\n}');
  await frame.getByText('line 3, column 3 names "sub" again').waitFor();
  assert.deepEqual(await frame.locator(".gutter .wrong").allInnerTexts(), ["3"]);
  await field(frame, "Claims").fill(`{"a":${"[".repeat(5000)}${"]".repeat(5000)}}`);
  await frame.getByText("is nested more than 200 deep").waitFor();
  await field(frame, "Claims").fill(claims);
  await field(frame, "Header members").fill(header);
  const preview = await frame.getByLabel("Claims preview").innerText();
  assert.ok(withoutSpace(preview).startsWith(claims.slice(0, -1)), preview);
  await dropOnKey(frame, { name: "shared.txt", text: secret });
  await until("the proposed name", async () => ((await window.inputBox()).value === "shared" ? true : undefined));
  await window.accept();
  const key = frame.getByRole("combobox", { name: "Key" });
  await until("the key", async () => ((await key.inputValue()) === "shared" ? true : undefined));

  await mintForm(window, frame);
  return shownToken(frame, "");
}

/** Mints by the palette's questions, which refuse what stands twice. */
async function mintByPalette(window: Workbench): Promise<string> {
  await window.runCommand("Mint Token…");
  await window.pickItem("New Custom JWT Profile…");
  await window.pickItem("HS256");
  await window.typeInput('{"sub":1,"sub":2}');
  await window.accept();
  assert.match((await window.inputBox()).message, /line 1, column 10 names "sub" again/);
  for (const text of [claims, header]) {
    await window.typeInput(text);
    await window.accept();
  }
  await window.pickItem("shared");
  await window.accept();
  await window.notification("Custom JWT token copied");
  return window.readClipboard();
}

windowTest("numbers are minted and shown digit for digit, by form, palette and panel", {}, async (window) => {
  const frame = await openPanel(window);

  const formed = await mintByForm(window, frame);
  assert.ok((await payloadOf(formed)).startsWith(claims.slice(0, -1)));
  assert.equal(partOf(formed, 0), `{"alg":"HS256","typ":"JWT",${header.slice(1)}`);

  await pasteField(frame).fill(tokenOf(claims));
  const shown = frame.getByRole("region", { name: "Claims", exact: true });
  await until("the claims", async () => (withoutSpace(await shown.innerText()) === claims ? true : undefined));

  await press(window, frame, "Compare…");
  const other = claimsOf(numbers.map((number, index) => (index % 2 === 0 ? neighbourOf(number) : number)));
  await frame.getByLabel("Compare with another token").fill(tokenOf(other));
  await frame.getByText(`Claims: ${numbers.length} of ${numbers.length * 2 + 2} differ`).waitFor();
  const rows = await frame.locator("tr.differs").allInnerTexts();
  numbers.forEach((number, index) => {
    const row = rows.find((text) => text.startsWith(`n${index}\t`));
    assert.equal(row?.includes(`${number}\t${neighbourOf(number)}`), index % 2 === 0 ? true : undefined, number);
  });

  await press(window, frame, "Edit and Sign Again");
  const edited = await until("the form", async () => {
    const text = await field(frame, "Claims").inputValue();
    return text.startsWith('{\n  "n0": ') ? text : undefined;
  });
  assert.equal(withoutSpace(edited), claims);
  await field(frame, "Header members").focus();
  await tabTo(frame, window.page, "Key");
  await pick(window.page, "shared");
  await mintForm(window, frame);
  assert.equal(await payloadOf(await shownToken(frame, tokenOf(claims))), claims);

  const asked = await mintByPalette(window);
  assert.ok((await payloadOf(asked)).startsWith(claims.slice(0, -1)));
  assert.equal(partOf(asked, 0), partOf(formed, 0));
});
