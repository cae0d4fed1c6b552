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
import { until } from "./windowParts.ts";
import { windowTest } from "./windowTest.ts";

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
    await frame.getByRole("button", { name: "Mint", exact: true }).click();
    await frame.getByText("no such key").first().waitFor();
    await frame.getByRole("button", { name: "Insert into Request" }).click();
    await frame.getByRole("alert").getByText("No file with requests is open").waitFor();
    assert.deepEqual(await violations(frame), []);
    await window.screenshot(`panel ${theme}`);
  });
}

windowTest("the panel fits a width of 320 pixels", {}, async (window) => {
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
});
