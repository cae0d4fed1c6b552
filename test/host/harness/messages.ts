import type { Page } from "playwright-core";
import type { QuickInput } from "./quickInput.ts";
import { until } from "./windowParts.ts";

export interface Notification {
  readonly severity: "info" | "warning" | "error";
  readonly text: string;
  readonly buttons: readonly string[];
}

export interface Dialog {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

export type Messages = ReturnType<typeof messages>;

/** Notifications, modal dialogs and the status bar. */
export function messages(page: Page, input: QuickInput) {
  const toasts = page.locator(".notifications-toasts .notification-list-item");

  const notifications = (): Promise<readonly Notification[]> => page.evaluate(readNotifications);

  async function notification(part: string | RegExp): Promise<Notification> {
    let seen: readonly Notification[] = [];
    return until(`a notification with ${String(part)}`, async () => {
      seen = await notifications();
      return seen.find(({ text }) => (typeof part === "string" ? text.includes(part) : part.test(text)));
    }).catch((error: unknown) => {
      throw new Error(`No notification has ${String(part)}. Shown: ${JSON.stringify(seen)}`, { cause: error });
    });
  }

  async function clickNotificationButton(part: string | RegExp, button: string): Promise<void> {
    await notification(part);
    await toasts.filter({ hasText: part }).first().getByRole("button", { name: button, exact: true }).click();
  }

  /** Removes what is shown, so that what comes next is new. */
  async function clearNotifications(): Promise<void> {
    await input.runCommand("Notifications: Clear All Notifications");
    await until("no notifications", async () => ((await notifications()).length === 0 ? true : undefined));
  }

  /** The modal dialog that is open, or opens soon. */
  async function dialog(): Promise<Dialog> {
    return until("a dialog", () => page.evaluate(readDialog));
  }

  async function answerDialog(button: string): Promise<void> {
    const { buttons } = await dialog();
    if (!buttons.includes(button)) throw new Error(`The dialog has no "${button}" but ${JSON.stringify(buttons)}`);
    const box = page.locator(".monaco-dialog-box");
    // This very dialog: the next one may be there as soon as it is gone.
    const element = await box.elementHandle();
    await box.getByRole("button", { name: button, exact: true }).click();
    await element?.waitForElementState("hidden");
  }

  /** The texts in the status bar, left to right; icons have none. */
  async function statusBar(): Promise<readonly string[]> {
    const texts = await page.locator(".statusbar-item:visible").allInnerTexts();
    return texts.map((text) => text.replaceAll("\u00A0", " ").trim()).filter((text) => text !== "");
  }

  return { notifications, notification, clearNotifications, clickNotificationButton, dialog, answerDialog, statusBar };
}

/** Runs in the page. */
function readNotifications(): Notification[] {
  const toasts = [...document.querySelectorAll(".notifications-toasts .notification-list-item")];
  return toasts.map((toast) => ({
    severity: (["error", "warning"] as const).find((name) => toast.querySelector(`.codicon-${name}`)) ?? "info",
    text: toast.querySelector(".notification-list-item-message")?.textContent?.trim() ?? "",
    buttons: [...toast.querySelectorAll(".notification-list-item-buttons-container .monaco-text-button")].map(
      (button) => button.textContent?.trim() ?? "",
    ),
  }));
}

/** Runs in the page. */
function readDialog(): Dialog | undefined {
  const box = document.querySelector(".monaco-dialog-box");
  if (box === null) return undefined;
  return {
    message: box.querySelector(".dialog-message-text, .dialog-message")?.textContent?.trim() ?? "",
    detail: box.querySelector(".dialog-message-detail")?.textContent?.trim() ?? "",
    buttons: [...box.querySelectorAll(".dialog-buttons .monaco-text-button")].map(
      (button) => button.textContent?.trim() ?? "",
    ),
  };
}
