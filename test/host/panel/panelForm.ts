import type { Frame, Page } from "playwright-core";
import { storedInBrowser } from "../harness/browserStorage.ts";
import { until } from "../harness/windowParts.ts";
import type { Workbench } from "../harness/workbench.ts";

/** Presses Tab until the field with this label has the focus. */
export async function tabTo(frame: Frame, page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await frame.evaluate("document.activeElement?.textContent?.trim() ?? ''");
    if (focused === label) return;
  }
  throw new Error(`Tab does not reach "${label}"`);
}

/** Chooses from the picker that has the focus, by typing a part of the name. */
export async function pick(page: Page, name: string): Promise<void> {
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
}

/** Turns to a provider's form. What is typed before the panel has its choices is typed again. */
export async function chooseProvider(frame: Frame, page: Page, name: string): Promise<void> {
  const picker = frame.getByRole("combobox", { name: "Provider" });
  const isChosen = async () => ((await picker.inputValue()) === name ? true : undefined);
  await until(`the form for ${name}`, async () => {
    await picker.fill("");
    await pick(page, name);
    return until("the choice", isChosen, 5000).catch(() => undefined);
  });
}

/**
 * Turns to another program: VS Code then writes down what a reload brings back, which else it does once a minute.
 * Waits until this text is written.
 */
export async function leaveWindow(window: Workbench, written: string): Promise<void> {
  await until(`"${written}" to be written down`, async () => {
    for (const focused of [true, false]) await turnFocus(window.page, focused);
    return (await storedInBrowser(window)).includes(written) ? true : undefined;
  });
}

/** VS Code asks after each change of visibility, and heeds only what differs from its last answer. */
const turnFocus = (page: Page, focused: boolean) =>
  page.evaluate((value) => {
    document.hasFocus = () => value;
    document.dispatchEvent(new Event("visibilitychange"));
  }, focused);

/** What the panel's page and the host said to each other, and what the page keeps. */
export interface PanelLog {
  readonly messages: readonly string[];
  readonly state: string;
}

/** Runs in every frame before its scripts: notes the messages of the page that asks for VS Code's API. */
function recordMessages(): void {
  type Api = { postMessage: (message: unknown) => void; getState: () => unknown };
  let original: (() => Api) | undefined;
  const messages: string[] = [];
  const acquire = () => {
    const api = original!();
    addEventListener("message", ({ data }) => messages.push(JSON.stringify(data)));
    const postMessage = (message: unknown) => {
      messages.push(JSON.stringify(message));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- VS Code's own method, which has none.
      api.postMessage(message);
    };
    Object.assign(globalThis, { panelLog: { messages, getState: api.getState, postMessage } });
    return { ...api, postMessage };
  };
  Object.defineProperty(globalThis, "acquireVsCodeApi", {
    configurable: true,
    get: () => (original === undefined ? undefined : acquire),
    set(api: () => Api) {
      original = api;
    },
  });
}

/** Notes the messages of panels that open from now on. */
export const watchMessages = (page: Page) => page.addInitScript(recordMessages);

export const panelLog = (frame: Frame): Promise<PanelLog> =>
  frame.evaluate(
    "({ messages: panelLog.messages, state: JSON.stringify(panelLog.getState() ?? null) })",
  ) as Promise<PanelLog>;

/** Sends a message as if the page had been taken over, and waits for the reply to its id. */
export async function sendRaw(frame: Frame, message: { readonly id: number }): Promise<{ readonly ok: boolean }> {
  await frame.evaluate(`panelLog.postMessage(${JSON.stringify(message)})`);
  return until(`the reply to ${JSON.stringify(message)}`, async () => {
    const { messages } = await panelLog(frame);
    const replies = messages.map((text) => JSON.parse(text) as { id?: number; ok?: boolean });
    const reply = replies.find(({ id, ok }) => id === message.id && ok !== undefined);
    return reply?.ok === undefined ? undefined : { ok: reply.ok };
  });
}

/** Drops a file on the key's field. Runs what a browser does when a person drops it there. */
export async function dropOnKey(frame: Frame, file: { readonly name: string; readonly text: string }): Promise<void> {
  await frame.getByRole("combobox", { name: "Key" }).evaluate((input, { name, text }) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    for (const type of ["dragover", "drop"]) {
      const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true });
      input.dispatchEvent(event);
      if (!event.defaultPrevented) throw new Error(`${type} is not taken`);
    }
  }, file);
}
