import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { QuickInput } from "./quickInput.ts";
import { typeText, until } from "./windowParts.ts";

export type TextEditor = ReturnType<typeof textEditor>;

/** The active text editor, used by keyboard. `folder` is the one that is open in the window. */
export function textEditor(page: Page, folder: string, input: QuickInput) {
  const activeTab = page.locator(".editor-group-container.active .tab.active");
  let openPath = "";

  /** Opens a file of the folder through Quick Open. */
  async function openFile(path: string): Promise<void> {
    const name = path.slice(path.lastIndexOf("/") + 1);
    await input.openWith("ControlOrMeta+P");
    await input.typeInput(path);
    await until(`"${path}" in Quick Open`, async () => {
      const first = (await input.inputBox()).items[0];
      return first?.label === name ? true : undefined;
    });
    await input.accept();
    await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await page.locator(".editor-instance .monaco-editor.focused").first().waitFor();
    openPath = path;
  }

  /** Puts the cursor on a line, both numbers counted from 1. */
  async function goToLine(line: number, column = 1): Promise<void> {
    await input.openWith("Control+G");
    await input.typeInput(`:${line}:${column}`);
    await input.accept();
    await input.inputClosed();
  }

  async function save(): Promise<void> {
    await until("the file to be saved", async () => {
      // Pressed again while it is not heard, as when a menu is closing.
      await page.keyboard.press("ControlOrMeta+S");
      const classes = (await activeTab.getAttribute("class")) ?? "";
      return classes.split(" ").includes("dirty") ? undefined : true;
    });
  }

  /** Saves the file opened last and reads it from the disk. */
  async function editorText(): Promise<string> {
    await save();
    return readFile(join(folder, openPath), "utf8");
  }

  const type = (text: string) => typeText(page, text);

  /** Opens the hover at the cursor and reads it. */
  async function hover(): Promise<string> {
    let askAgainAt = 0;
    return until("a hover", async () => {
      const texts = await page.locator(".monaco-resizable-hover .hover-contents:visible").allInnerTexts();
      if (texts.length === 0 && Date.now() > askAgainAt) {
        // Pressed again while it is not heard, as when the editor is still taking the focus.
        askAgainAt = Date.now() + 5000;
        await page.keyboard.press("ControlOrMeta+K");
        await page.keyboard.press("ControlOrMeta+I");
      }
      const text = texts.join("\n").replaceAll("\u00A0", " ").trim();
      return text === "" || text === "Loading..." ? undefined : text;
    });
  }

  /** The CodeLens texts in view, top to bottom, once there is one. */
  async function codeLenses(): Promise<readonly string[]> {
    const links = page.locator(".monaco-editor .codelens-decoration a:visible");
    await links.first().waitFor();
    return (await links.allInnerTexts()).map((text) => text.replaceAll("\u00A0", " ").trim());
  }

  /** What marks say in front of tokens, top to bottom. */
  const badges = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll(".view-line span")]
        .map((span) => getComputedStyle(span, "::before").content)
        .filter((content) => /expired|not yet/.test(content)),
    );

  return { openFile, goToLine, save, editorText, type, hover, codeLenses, badges };
}
