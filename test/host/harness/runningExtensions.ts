import type { Page } from "playwright-core";
import type { QuickInput } from "./quickInput.ts";

export interface RunningExtension {
  /** Its display name. */
  readonly name: string;
  /** How long its activation took, in milliseconds; `undefined` when the list does not say. */
  readonly activation: number | undefined;
}

/** Reads what "Developer: Show Running Extensions" lists. */
export async function readRunningExtensions(page: Page, input: QuickInput): Promise<readonly RunningExtension[]> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  // The list holds only the rows in view.
  await page.setViewportSize({ ...size, height: 4000 });
  await input.runCommand("Developer: Show Running Extensions");
  const rows = page.locator(".runtime-extensions-editor .monaco-list-row");
  await rows.first().waitFor();
  const running = await rows.evaluateAll((all) =>
    all.map((row) => ({
      name: row.querySelector(".name")?.textContent ?? "",
      time: /([\d.]+)ms/.exec(row.querySelector(".activation-time")?.textContent ?? "")?.[1],
    })),
  );
  await page.keyboard.press("Escape");
  await page.setViewportSize(size);
  return running.map(({ name, time }) => ({ name, activation: time === undefined ? undefined : Number(time) }));
}
