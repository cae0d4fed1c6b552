import type { Locator, Page } from "playwright-core";
import { until } from "./windowParts.ts";

/** A row of a tree in the side bar. */
export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** What a screen reader says. */
  readonly spoken: string;
}

/** The views of the extension's own container, by the titles of their sections. */
export function treeViews(page: Page) {
  const section = (title: string) => page.locator(".pane", { has: page.locator(`[aria-label="${title} Section"]`) });
  const rowWith = (title: string, label: string): Locator =>
    section(title).locator(".monaco-list-row", {
      has: page.locator(".label-name", { hasText: new RegExp(`^${label}$`) }),
    });

  /** Opens the container through the activity bar, where another click would close it. */
  async function show(): Promise<void> {
    if (await section("Keys").isVisible()) return;
    await page.locator('.activitybar .action-label[aria-label^="JWT Mint"]').click();
    await section("Keys").waitFor();
  }

  const rows = (title: string): Promise<readonly TreeRow[]> =>
    section(title)
      .locator(".monaco-list-row")
      .evaluateAll((elements) =>
        elements.map((row) => ({
          label: row.querySelector(".label-name")?.textContent ?? "",
          description: row.querySelector(".label-description")?.textContent ?? "",
          spoken: row.getAttribute("aria-label") ?? "",
        })),
      );

  /** The first row whose description is as expected. */
  async function rowAs(title: string, label: string, description: RegExp): Promise<TreeRow> {
    let seen: readonly TreeRow[] = [];
    return until(`a row ${label} as ${String(description)} in ${title}`, async () => {
      seen = await rows(title);
      return seen.find((row) => row.label === label && description.test(row.description));
    }).catch((error: unknown) => {
      throw new Error(`Shown in ${title}: ${JSON.stringify(seen)}`, { cause: error });
    });
  }

  /** Presses the button of a view's welcome text. */
  const clickWelcome = (title: string, button: string) =>
    section(title).getByRole("button", { name: button, exact: true }).click();

  /** Presses one of the buttons that a row has while the mouse is over it. */
  async function clickAction(title: string, label: string, action: string): Promise<void> {
    const row = rowWith(title, label);
    await row.hover();
    await row.getByRole("button", { name: action, exact: true }).click();
  }

  /** Puts the keyboard's focus on a row, with the arrow keys alone, as far as it is not the first. */
  async function focusRow(title: string, label: string): Promise<void> {
    await section(title).locator(".monaco-list").focus();
    await page.keyboard.press("Home");
    await until(`the focus on ${label}`, async () => {
      const classes = (await rowWith(title, label).getAttribute("class")) ?? "";
      if (classes.split(" ").includes("focused")) return true;
      await page.keyboard.press("ArrowDown");
      return undefined;
    });
  }

  return { show, rows, rowAs, clickWelcome, clickAction, focusRow, rowWith };
}
