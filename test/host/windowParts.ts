import type { Page } from "playwright-core";

/** How long a person would wait for VS Code to react before calling it broken, in milliseconds. */
export const reactionLimit = 15_000;

/** Waits until `probe` gives something other than `undefined`. `what` completes "Waited in vain for …". */
export async function until<T>(what: string, probe: () => Promise<T | undefined>, limit = reactionLimit): Promise<T> {
  const giveUpAt = Date.now() + limit;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > giveUpAt) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Types like a keyboard; long text goes in at once, as by pasting. */
export async function typeText(page: Page, text: string): Promise<void> {
  if (text.length > 100) await page.keyboard.insertText(text);
  else await page.keyboard.type(text);
}
