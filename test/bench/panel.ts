import { statSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { repositoryRoot } from "../host/harness/folders.ts";
import { openPanel, pasteField, unsecured } from "../host/panel/panelPage.ts";
import { compactOf } from "../tokens.ts";
import { until } from "../host/harness/windowParts.ts";
import { open, type Workbench } from "../host/harness/workbench.ts";
import { describeRuns } from "./figures.ts";

const limits = "limits: panel 300 ms, keystroke 16 ms, payload 100 ms, bundle 180 KB";

/** Runs in every frame: notes when Enter went down, and the frame in which the panel's form is painted. */
function watchOpening(): void {
  const start = performance.timeOrigin;
  const note = (name: string) => Object.assign(globalThis, { [name]: start + performance.now() });
  addEventListener("keydown", ({ key }) => key === "Enter" && note("enteredAt"), true);
  const look = () => {
    const form = document.querySelector(".form, .craft-side .quiet:not([hidden])");
    if (form !== null && document.querySelector(".token .fact") !== null) note("readyAt");
    else requestAnimationFrame(look);
  };
  // VS Code writes the panel's page into a frame that is there already, which loses what waits in it. This it sets behind that.
  let api: unknown;
  Object.defineProperty(globalThis, "acquireVsCodeApi", {
    configurable: true,
    get: () => api,
    set(value: unknown) {
      api = value;
      requestAnimationFrame(look);
    },
  });
}

/** Milliseconds from Enter in the palette to the panel's form. */
async function timeOpening(window: Workbench): Promise<number> {
  const frame = await openPanel(window);
  const readyAt = await until("the form", () => frame.evaluate<number | undefined>("globalThis.readyAt"));
  const took = readyAt - ((await window.page.evaluate("enteredAt")) as number);
  await window.runCommand("View: Close All Editors");
  await until("the panel to close", async () => (frame.isDetached() ? true : undefined));
  return took;
}

/** Milliseconds from each key press to the preview that shows it. */
async function timeTyping(window: Workbench, frame: Frame, label: string, text: string): Promise<readonly number[]> {
  await frame.getByRole("textbox", { name: label }).focus();
  await window.page.keyboard.press("Control+Home");
  await window.page.keyboard.press("ArrowRight");
  await frame.evaluate(() => {
    const runs: number[] = [];
    Object.assign(globalThis, { runs });
    let pressed = 0;
    addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), true);
    new MutationObserver(() => {
      if (pressed > 0) runs.push(performance.now() - pressed);
      pressed = 0;
    }).observe(document.querySelector(".preview") ?? document.body, { childList: true, subtree: true });
  });
  for (const key of text) {
    await window.page.keyboard.press(key);
    await window.page.waitForTimeout(30);
  }
  return (await frame.evaluate("globalThis.runs")) as readonly number[];
}

/** Milliseconds from a paste to the token, painted. */
async function timeShowing(frame: Frame, token: string): Promise<number> {
  await pasteField(frame).fill("");
  await frame.getByRole("heading", { name: "Token", exact: true }).waitFor();
  await pasteField(frame).evaluate((field, text) => {
    document.body.removeAttribute("data-took");
    (field as HTMLTextAreaElement).value = text;
    const started = performance.now();
    new MutationObserver((_, observer) => {
      observer.disconnect();
      // The task behind the next frame: it has been painted then.
      requestAnimationFrame(() =>
        setTimeout(() => document.body.setAttribute("data-took", String(performance.now() - started))),
      );
    }).observe(document.querySelector(".facts") ?? document.body, { childList: true });
    field.dispatchEvent(new Event("input"));
  }, token);
  const took = async () => (await frame.locator("body").getAttribute("data-took")) ?? undefined;
  return Number(await until("the token", took));
}

const largeToken = (claims: object) => compactOf({ alg: "HS256" }, { sub: "large", ...claims });

/** Payloads of 100 KB: of one long text, of numbers, of members. */
const payloads = {
  "one text": largeToken({ blob: "x".repeat(100_000) }),
  "a list of numbers": largeToken({ list: Array.from({ length: 17_000 }, (_, index) => 10_000 + index) }),
  members: largeToken(Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`claim-${index}`, `v${index}`]))),
};

/** The panel as a person meets it. */
export async function benchPanel(): Promise<void> {
  console.log(`\nPanel (${limits})`);
  const window = await open({ settings: { "jwtMint.profiles": [unsecured] } });
  try {
    await window.page.addInitScript(watchOpening);
    await window.reload();
    await window.page.waitForTimeout(8000);
    const openings: number[] = [];
    for (let round = 0; round < 6; round += 1) openings.push(await timeOpening(window));
    console.log(
      `  opened: ${describeRuns(openings.slice(1))} ms; the first time, 8 s after the window opened, ${openings[0]?.toFixed(1)} ms`,
    );
    const frame = await openPanel(window);
    console.log(
      `  keystroke to preview: ${describeRuns(await timeTyping(window, frame, "Claims", '"a":"hello world",'))} ms`,
    );
    for (const [name, token] of Object.entries(payloads)) {
      const shown: number[] = [];
      for (let round = 0; round < 6; round += 1) shown.push(await timeShowing(frame, token));
      console.log(`  100 KB shown, ${name}: ${describeRuns(shown)} ms`);
    }
  } finally {
    await window.close();
  }
  console.log(`  webview.js: ${(statSync(join(repositoryRoot, "dist", "webview.js")).size / 1024).toFixed(1)} KB`);
}
