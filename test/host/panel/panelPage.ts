import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Result } from "axe-core";
import type { Frame } from "playwright-core";
import { repositoryRoot } from "../harness/folders.ts";
import { until } from "../harness/windowParts.ts";
import type { Workbench } from "../harness/workbench.ts";
import { compactOf } from "../../tokens.ts";

const axe = readFileSync(join(repositoryRoot, "node_modules", "axe-core", "axe.min.js"), "utf8");

/** A profile that needs no key: the tokens of "none" are not signed. */
export const unsecured = { name: "Unsecured", provider: "custom", values: { alg: "none", claims: '{"sub":"alice"}' } };
export const keyless = { name: "Lirium sandbox", provider: "lirium", key: "no such key", values: { apiKey: "k" } };

export const seconds = () => Math.floor(Date.now() / 1000);

/** A token that looks as Lirium's do, with a signature that nobody made. */
export function liriumToken(claims: Readonly<Record<string, unknown>> = {}): string {
  const signature = Buffer.alloc(512, "signature").toString("base64url");
  const lirium = { iss: "9de362f4d69d484c", iat: seconds() - 192, ...claims };
  return compactOf({ alg: "RS512", typ: "JWT" }, lirium, signature);
}

export async function openPanel(window: Workbench): Promise<Frame> {
  await window.runCommand("Open Token Panel");
  return panelFrame(window);
}

/** The field for a token from elsewhere. */
export const pasteField = (frame: Frame) => frame.getByLabel("Inspect a token");

/** The page of the panel, once it has loaded. */
export async function panelFrame({ page }: Workbench): Promise<Frame> {
  const frame = await until("the panel", async () => {
    for (const candidate of page.frames()) {
      const section = await candidate.$("section").catch(() => null);
      if (section !== null) return candidate;
    }
    return undefined;
  });
  await frame
    .getByText("Mint a token or paste one")
    .or(frame.getByRole("button", { name: "Copy", exact: true }))
    .waitFor();
  return frame;
}

/** Moves the clock of the panel's page by some seconds. */
export const moveClock = (frame: Frame, by: number) =>
  frame.evaluate((ms) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + ms;
  }, by * 1000);

/** What axe-core finds wrong with the page, and still does once its colours and fields have settled. */
export async function violations(frame: Frame): Promise<readonly string[]> {
  let found: readonly string[] = [];
  const isClean = async () => {
    found = await violationsNow(frame);
    return found.length === 0 ? true : undefined;
  };
  await until("a page without violations", isClean, 5000).catch(() => undefined);
  return found;
}

async function violationsNow(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe);
  // A text, for the code runs in the frame, where axe is a global.
  const found: Result[] = await frame.evaluate("axe.run().then(({ violations }) => violations)");
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => html + failureSummary).join("; ")}`,
  );
}

/** Themes by their label, and the class that the workbench has in each. */
export const themes = {
  "Light Modern": "vs",
  "Dark Modern": "vs-dark",
  "Light High Contrast": "hc-light",
  "Dark High Contrast": "hc-black",
};

export async function chooseTheme({ page, typeInput, inputClosed }: Workbench, label: string, workbenchClass: string) {
  await page.keyboard.press("ControlOrMeta+K");
  await page.keyboard.press("ControlOrMeta+T");
  await typeInput(label);
  await page.locator(`.monaco-workbench.${workbenchClass}`).waitFor();
  await page.keyboard.press("Enter");
  await inputClosed();
}
