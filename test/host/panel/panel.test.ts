import assert from "node:assert/strict";
import {
  chooseTheme,
  keyless,
  liriumToken,
  openPanel,
  pasteField,
  seconds,
  themes,
  unsecured,
  violations,
} from "./panelPage.ts";
import { compactOf, part } from "../../tokens.ts";
import { until } from "../harness/windowParts.ts";
import { windowTest } from "../harness/windowTest.ts";

const encryptedToken = [part({ alg: "RSA-OAEP-256", enc: "A256GCM" }), "a2V5", "aXY", "dGV4dA", "dGFn"].join(".");
const unsignedInside = { sub: "alice", exp: 1 };

for (const [theme, workbenchClass] of Object.entries(themes)) {
  const settings = { "jwtMint.profiles": [keyless, unsecured] };

  windowTest(`the panel is accessible in ${theme}`, { settings }, async (window) => {
    await chooseTheme(window, theme, workbenchClass);
    const frame = await openPanel(window);
    assert.deepEqual(await violations(frame), []);

    await pasteField(frame).fill("hello");
    await frame.getByText("This has 1 part,").waitFor();
    assert.deepEqual(await violations(frame), []);

    for (const times of [{ exp: seconds() + 760 }, { exp: seconds() - 30 }, { nbf: seconds() + 760 }, {}]) {
      await pasteField(frame).fill(liriumToken({ ...times, admin: true, amount: 12.5, nothing: null }));
      await frame.getByRole("timer").waitFor();
      assert.deepEqual(await violations(frame), []);
    }
    await pasteField(frame).fill(encryptedToken);
    await frame.getByText("not decrypted").waitFor();
    await frame.locator(".judgement > *").first().waitFor();
    assert.deepEqual(await violations(frame), []);

    await pasteField(frame).fill(compactOf({ alg: "none", cty: "JWT" }, unsignedInside, ""));
    await frame.locator(".finding").first().waitFor();
    await frame.getByRole("button", { name: "Compare…" }).click();
    await frame.getByLabel("Compare with another token").fill(liriumToken());
    await frame.getByRole("table").first().waitFor();
    await frame.locator("summary").click();
    await frame.getByRole("combobox", { name: "Provider" }).click();
    await frame.getByRole("option", { name: "Lirium" }).waitFor();
    assert.deepEqual(await violations(frame), []);
    await frame.getByRole("combobox", { name: "Provider" }).press("Escape");

    await frame.getByRole("button", { name: "Mint", exact: true }).click();
    await frame.getByText("no such key").first().waitFor();
    await frame.getByRole("button", { name: "Insert into Request" }).click();
    await frame.getByRole("alert").getByText("No file with requests is open").waitFor();
    assert.deepEqual(await violations(frame), []);
    await window.screenshot(`panel ${theme}`);
  });
}

windowTest("the panel fits a width of 320 and of 2000 pixels, and texts of twice the size", {}, async (window) => {
  const frame = await openPanel(window);
  await pasteField(frame).fill(liriumToken({ url: "https://a.example/".repeat(20) }));
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

  // Texts of twice the size, as a zoom of 200 % makes them (WCAG 1.4.4), in the half of a window of 1280.
  await window.page.setViewportSize({ width: 640 + around, height });
  await frame.evaluate(`for (const name of ["font-size", "editor-font-size"])
    document.documentElement.style.setProperty("--vscode-" + name, "26px")`);
  await until("640 pixels", async () => ((await width()) === 640 ? true : undefined));
  assert.equal(await frame.evaluate("document.documentElement.scrollWidth"), 640);
  await window.screenshot("panel 200 percent");
  await window.page.setViewportSize({ width: 2000 + around, height });
  await until("2000 pixels", async () => ((await width()) === 2000 ? true : undefined));
  assert.equal(await frame.evaluate("document.documentElement.scrollWidth"), 2000);
});
