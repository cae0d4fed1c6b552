import assert from "node:assert/strict";
import { chooseProvider, pick } from "./panelForm.ts";
import { openPanel } from "./panelPage.ts";
import { until } from "../harness/windowParts.ts";
import { windowTest } from "../harness/windowTest.ts";

windowTest(
  "an expiry typed as a text among the claims is marked before it is minted, and is minted",
  {},
  async (window) => {
    const frame = await openPanel(window);
    await chooseProvider(frame, window.page, "Custom JWT");
    await frame.getByRole("combobox", { name: "Algorithm" }).focus();
    await pick(window.page, "none");
    const claims = frame.getByRole("textbox", { name: "Claims" });
    await claims.fill('{"exp":"1800000000"}');

    await frame.getByText('exp is "1800000000", but must be a number of seconds since 1970').waitFor();
    await window.screenshot("expiry as text");
    await claims.press("Control+Enter");

    await frame.getByText("Findings", { exact: true }).waitFor();
    await claims.fill('{"exp":1800000000}');
    await until("the warning to go", async () => {
      const marked = await frame.locator(".caution:not(:empty)").count();
      return marked === 0 ? true : undefined;
    });
    assert.equal(await frame.locator(".field-fault:not(:empty)").count(), 0);
  },
);
