import type { Page } from "playwright-core";

/** Ends a wait for what never comes, in milliseconds. Not a figure: a machine may be busy with much else. */
export const patience = 60_000;

/** Waits until `probe` gives something other than `undefined`. `what` completes "Waited in vain for …". */
export async function until<T>(what: string, probe: () => Promise<T | undefined>, limit = patience): Promise<T> {
  const giveUpAt = Date.now() + limit;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > giveUpAt) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Whether `probe` gives true for some milliseconds on end: for what must not happen. */
export async function staysSo(milliseconds: number, probe: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end;) {
    if (!(await probe())) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return probe();
}

/** Types like a keyboard; long text goes in at once, as by pasting. */
export async function typeText(page: Page, text: string): Promise<void> {
  if (text.length > 100) await page.keyboard.insertText(text);
  else await page.keyboard.type(text);
}
