import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import type { Result } from "axe-core";
import type { Frame } from "playwright-core";
import { newRunFolder, repositoryRoot } from "./folders.ts";
import { until } from "./windowParts.ts";
import { windowTest } from "./windowTest.ts";
import type { Workbench } from "./workbench.ts";

const axe = readFileSync(join(repositoryRoot, "node_modules", "axe-core", "axe.min.js"), "utf8");

/** A profile that needs no key: the tokens of "none" are not signed. */
const unsecured = { name: "Unsecured", provider: "custom", values: { alg: "none", claims: '{"sub":"alice"}' } };
const keyless = { name: "Lirium sandbox", provider: "lirium", key: "no such key", values: { apiKey: "k" } };

const folder = newRunFolder("panel");
writeFileSync(join(folder, "a.http"), "GET https://api.example.com/v1/partner\n");
after(() => rmSync(folder, { recursive: true }));

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const seconds = () => Math.floor(Date.now() / 1000);

function liriumToken(claims: Readonly<Record<string, unknown>> = {}): string {
  const signature = Buffer.alloc(512, "signature").toString("base64url");
  return [
    { alg: "RS512", typ: "JWT" },
    { iss: "9de362f4d69d484c", iat: seconds() - 192, ...claims },
  ]
    .map(encode)
    .concat(signature)
    .join(".");
}

async function openPanel(window: Workbench): Promise<Frame> {
  await window.runCommand("Open Token Panel");
  return panelFrame(window);
}

/** The page of the panel, once it has loaded. */
async function panelFrame({ page }: Workbench): Promise<Frame> {
  const frame = await until("the panel", async () => {
    for (const candidate of page.frames()) {
      const section = await candidate.$("section").catch(() => null);
      if (section !== null) return candidate;
    }
    return undefined;
  });
  await frame
    .getByText("Mint a token or paste one")
    .or(frame.getByRole("button", { name: "Copy" }))
    .waitFor();
  return frame;
}

async function violations(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe);
  // A text, for the code runs in the frame, where axe is a global.
  const found: Result[] = await frame.evaluate("axe.run().then(({ violations }) => violations)");
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => html + failureSummary).join("; ")}`,
  );
}

windowTest("a token that is pasted into the panel is decoded and counted down", {}, async (window) => {
  const frame = await openPanel(window);
  await frame.getByRole("button", { name: "Set up a profile…" }).waitFor();
  const field = frame.getByRole("textbox");

  await field.fill(`Authorization: Bearer ${liriumToken({ exp: seconds() + 760 })}`);

  await frame.getByText('"iss": "9de362f4d69d484c"').waitFor();
  assert.match(await frame.getByLabel("JOSE header").innerText(), /"alg": "RS512"/);
  const countdown = frame.getByRole("timer");
  const first = await countdown.innerText();
  assert.match(first, /^● expires in 12:\d\d$/);
  await until("the countdown to count", async () => ((await countdown.innerText()) === first ? undefined : true));
  await frame.getByText("signature not checked").waitFor();
  const times = await frame.locator(".times").innerText();
  assert.match(times, /iat\s+\d{4}-\d\d-\d\d \d\d:\d\d:\d\d, 3 min \d+ s ago/);
  assert.match(times, /exp\s+.*, in 12 min/);

  await field.fill(liriumToken());
  await frame.getByRole("heading", { name: "Pasted Lirium token" }).waitFor();
  await frame.getByText("no expiry, 3 min").waitFor();

  await field.fill("Bearer hello");
  await frame.getByText("1 parts instead of 3 or 5").waitFor();
  assert.equal(await frame.getByRole("timer").count(), 0);
});

windowTest("a hostile token stays text", {}, async (window) => {
  const frame = await openPanel(window);
  const claims = { sub: "<img src=x onerror=alert(1)>", iat: "now", exp: 1e300, name: "a\u202Eb" };

  await frame.getByRole("textbox").fill(`${encode({ alg: "<b>HS256</b>" })}.${encode(claims)}.c2ln`);

  await frame.getByText("<img src=x onerror=alert(1)>").waitFor();
  assert.equal(await frame.locator("img, b").count(), 0);
  assert.match(await frame.getByLabel("Claims", { exact: true }).innerText(), /a\\u202eb/);
  assert.match(await frame.locator(".times").innerText(), /iat\s+not a time[^]*exp\s+not a time/);
});

windowTest(
  "the panel mints by keyboard, copies, inserts, and shows what failed",
  { settings: { "jwtMint.profiles": [keyless, unsecured] }, folder },
  async (window) => {
    await window.openFile("a.http");
    const frame = await openPanel(window);
    await frame.getByRole("combobox", { name: "Profile" }).focus();

    await window.page.keyboard.press("Control+Enter");
    await frame.getByRole("alert").getByText('The key "no such key" is not on this machine').waitFor();

    await window.page.keyboard.press("ArrowDown");
    await window.page.keyboard.press("Control+Enter");
    await frame.getByText('"sub": "alice"').waitFor();
    assert.deepEqual(await window.notifications(), []);

    await window.page.keyboard.press("Tab");
    await window.page.keyboard.press("Enter");
    await window.page.keyboard.press("Tab");
    await window.page.keyboard.press("Tab");
    await window.page.keyboard.press("Enter");
    await frame.getByText("Copied.").waitFor();

    await window.page.keyboard.press("Tab");
    await window.page.keyboard.press("Enter");
    await frame.getByText("Inserted into 1 request.").waitFor();
    const copied = await window.readClipboard();
    assert.match(copied, /^eyJ[\w-]+\.eyJ[\w-]+\.$/);
    await window.page.locator(".view-line", { hasText: `Authorization: Bearer ${copied.slice(0, 20)}` }).waitFor();
  },
);

windowTest(
  "what the panel shows outlives being hidden, and tokens minted elsewhere come in",
  {
    settings: { "jwtMint.profiles": [unsecured] },
    folder,
  },
  async (window) => {
    const token = liriumToken();
    let frame = await openPanel(window);
    await frame.getByRole("textbox").fill(token);
    await frame.getByRole("heading", { name: "Pasted Lirium token" }).waitFor();

    await window.openFile("a.http");
    await until("the panel to be hidden", async () => (frame.isDetached() ? true : undefined));
    await window.runCommand("Open Token Panel");
    frame = await panelFrame(window);
    await frame.getByRole("heading", { name: "Pasted Lirium token" }).waitFor();
    assert.equal(await frame.getByRole("textbox").inputValue(), token);

    await window.runCommand("Mint Token…");
    await window.pickItem("Unsecured");
    await frame.getByRole("heading", { name: "Custom JWT token for Unsecured" }).waitFor();
    assert.equal(await frame.getByRole("textbox").inputValue(), "");
  },
);

/** Themes by their label, and the class that the workbench has in each. */
const themes = {
  "Light Modern": "vs",
  "Dark Modern": "vs-dark",
  "Light High Contrast": "hc-light",
  "Dark High Contrast": "hc-black",
};

async function chooseTheme({ page, typeInput, inputClosed }: Workbench, label: string, workbenchClass: string) {
  await page.keyboard.press("ControlOrMeta+K");
  await page.keyboard.press("ControlOrMeta+T");
  await typeInput(label);
  await page.locator(`.monaco-workbench.${workbenchClass}`).waitFor();
  await page.keyboard.press("Enter");
  await inputClosed();
}

for (const [theme, workbenchClass] of Object.entries(themes)) {
  const settings = { "jwtMint.profiles": [keyless, unsecured] };

  windowTest(`the panel is accessible in ${theme}`, { settings }, async (window) => {
    await chooseTheme(window, theme, workbenchClass);
    const frame = await openPanel(window);
    assert.deepEqual(await violations(frame), []);

    await frame.getByRole("textbox").fill("hello");
    await frame.getByText("1 parts instead of 3 or 5").waitFor();
    assert.deepEqual(await violations(frame), []);

    for (const times of [{ exp: seconds() + 760 }, { exp: seconds() - 30 }, { nbf: seconds() + 760 }, {}]) {
      await frame.getByRole("textbox").fill(liriumToken({ ...times, admin: true, amount: 12.5, nothing: null }));
      await frame.getByRole("timer").waitFor();
      assert.deepEqual(await violations(frame), []);
    }
    await frame.getByRole("button", { name: "Mint" }).click();
    await frame.getByRole("alert").getByText("no such key").waitFor();
    await frame.getByRole("button", { name: "Insert into Request" }).click();
    await frame.getByRole("alert").getByText("No file is open").waitFor();
    assert.deepEqual(await violations(frame), []);
    await window.screenshot(`panel ${theme}`);
  });
}

windowTest("the panel fits a width of 320 pixels", {}, async (window) => {
  const frame = await openPanel(window);
  await frame.getByRole("textbox").fill(liriumToken({ url: "https://a.example/".repeat(20) }));
  await frame.getByRole("timer").waitFor();
  await window.runCommand("Toggle Primary Side Bar Visibility");

  const width = async () => Number(await frame.evaluate("innerWidth"));
  const { width: wide, height } = window.page.viewportSize() ?? { width: 0, height: 0 };
  const around = await until("the side bar to go", async () =>
    wide - (await width()) < 100 ? wide - (await width()) : undefined,
  );
  await window.page.setViewportSize({ width: 320 + around, height });
  await until("320 pixels", async () => ((await width()) === 320 ? true : undefined));

  assert.equal(await frame.evaluate("document.documentElement.scrollWidth"), 320);
  await window.screenshot("panel 320 pixels wide");
});

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
    await frame.getByRole("heading", { name: "Pasted Lirium token" }).waitFor();

    await window.page.locator('.tab[data-resource-name="a.http"]').click();
    await window.openFile("b.http");
    await inspect();
    await frame.getByText('"iss": "another"').waitFor();
  },
);
