import type { Page } from "playwright-core";
import { patience, typeText, until } from "./windowParts.ts";

/** What the box at the top of the window shows: an input, a list to pick from, or both. */
export interface InputBox {
  readonly title: string;
  readonly placeholder: string;
  readonly value: string;
  readonly password: boolean;
  /** The prompt, or what is wrong with the value. */
  readonly message: string;
  readonly severity: "none" | "info" | "warning" | "error";
  /** The rows in view. */
  readonly items: readonly InputItem[];
}

export interface InputItem {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly focused: boolean;
}

/** How long what is shown stays the same before it counts as settled, in milliseconds: longer than validation takes. */
const settleTime = 150;

export type QuickInput = ReturnType<typeof quickInput>;

/** The palette, pickers and input boxes, used by keyboard. */
export function quickInput(page: Page) {
  const current = () => page.evaluate(readInputBox);

  /** The box that is open, once what it shows has settled. */
  async function inputBox(): Promise<InputBox> {
    let last = "";
    let since = 0;
    return until("an input box", async () => {
      const box = await current();
      const seen = JSON.stringify(box) ?? "";
      if (seen !== last) since = Date.now();
      last = seen;
      return box !== undefined && Date.now() - since >= settleTime ? box : undefined;
    });
  }

  async function inputClosed(): Promise<void> {
    await until("the input box to close", async () => ((await current()) === undefined ? true : undefined));
  }

  async function typeInput(text: string): Promise<void> {
    await inputBox();
    const isShown = async () => ((await current())?.value === text ? true : undefined);
    await until("the typed text to show", async () => {
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.press("Backspace");
      await typeText(page, text);
      // A file dialog that has just read a folder may complete what stood there before.
      return until("the text", isShown, 2000).catch(() => undefined);
    });
    await inputBox();
  }

  /** Presses Enter, again where the window does not hear it, and waits until that changed what is shown. */
  async function accept(limit = patience): Promise<void> {
    const before = JSON.stringify(await inputBox());
    const isChanged = async () => (JSON.stringify(await current()) === before ? undefined : true);
    const press = async () => {
      await page.keyboard.press("Enter");
      return until("the box to change", isChanged, 5000).catch(() => undefined);
    };
    await until("Enter to have an effect", press, limit);
  }

  /** Chooses a file in the dialog that is open, by its absolute path. */
  async function chooseFile(path: string): Promise<void> {
    await typeInput(path);
    const { title } = await inputBox();
    const isClosed = async () => ((await current())?.title === title ? undefined : true);
    await until("the file dialog to close", async () => {
      // While it reads the folder, the dialog takes no Enter.
      await page.keyboard.press("Enter");
      return until("the dialog", isClosed, 1000).catch(() => undefined);
    });
  }

  async function pickItem(label: string): Promise<void> {
    await until(`an item "${label}"`, async () =>
      (await current())?.items.some((item) => item.label === label) ? true : undefined,
    );
    await until(`the arrow keys to reach "${label}"`, async () => {
      if ((await current())?.items.find((item) => item.focused)?.label === label) return true;
      // Goes from the last item to the first, and is not heard while a webview still has the focus.
      await page.keyboard.press("ArrowDown");
      return undefined;
    });
    await accept();
  }

  /** Opens a box by its key, which a window does not hear while it takes the focus back from a webview. */
  async function openWith(key: string): Promise<void> {
    await until(`${key} to open a box`, async () => {
      await page.keyboard.press(key);
      return until("the box", current, 2000).catch(() => undefined);
    });
  }

  async function openPalette(): Promise<void> {
    await openWith("F1");
    await until("the palette", async () => ((await current())?.value.startsWith(">") ? true : undefined));
  }

  /** Runs a command by its palette title, with or without its category, which must be the first row. */
  async function runCommand(title: string): Promise<void> {
    await openPalette();
    await typeInput(`>${title}`);
    let rows: readonly string[] = [];
    await until(`"${title}" as the first command`, async () => {
      rows = (await current())?.items.map((item) => item.label) ?? [];
      return rows[0] === title || rows[0]?.endsWith(`: ${title}`) ? true : undefined;
    }).catch((error: unknown) => {
      throw new Error(`"${title}" is not the palette's first row but: ${rows.join(" | ")}`, { cause: error });
    });
    await accept();
  }

  /** The titles the palette lists for what is typed. */
  async function commandsFor(text: string): Promise<readonly string[]> {
    await openPalette();
    await typeInput(`>${text}`);
    const { items } = await inputBox();
    await escape();
    return items.map((item) => item.label);
  }

  async function escape(): Promise<void> {
    await page.keyboard.press("Escape");
  }

  return { inputBox, inputClosed, typeInput, accept, chooseFile, pickItem, openWith, runCommand, commandsFor, escape };
}

/** Runs in the page. */
function readInputBox(): InputBox | undefined {
  const widget = [...document.querySelectorAll<HTMLElement>(".quick-input-widget")].find((box) => box.offsetParent);
  if (widget === undefined) return undefined;
  const text = (part: string, of: Element = widget) =>
    of.querySelector(part)?.textContent?.replaceAll("\u00A0", " ").trim() ?? "";
  const input = widget.querySelector<HTMLInputElement>(".quick-input-box input");
  const frame = widget.querySelector(".quick-input-box .monaco-inputbox");
  const severity = (["error", "warning", "info"] as const).find((name) => frame?.classList.contains(name)) ?? "none";
  const rows = [...widget.querySelectorAll<HTMLElement>(".quick-input-list .monaco-list-row")];
  return {
    title: text(".quick-input-title"),
    placeholder: input?.placeholder ?? "",
    value: input?.value ?? "",
    password: input?.type === "password",
    message: text(".quick-input-message"),
    severity,
    items: rows
      .toSorted((a, b) => Number(a.dataset["index"]) - Number(b.dataset["index"]))
      .map((row) => ({
        label: text(".quick-input-list-row .label-name", row),
        description: text(".quick-input-list-row .label-description", row),
        detail: text(".quick-input-list-label-meta", row),
        focused: row.classList.contains("focused"),
      })),
  };
}
