import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchChromium } from "./chromium.ts";
import { type Development, windowUrl } from "./development.ts";
import { cacheFolder, repositoryRoot } from "./folders.ts";
import { type HostConsole, collectConsole } from "./hostConsole.ts";
import { type VsCodeServer, startVsCodeServer } from "./launch.ts";
import { type Messages, messages } from "./messages.ts";
import { type QuickInput, quickInput } from "./quickInput.ts";
import { type RunningExtension, readRunningExtensions } from "./runningExtensions.ts";
import type { UserSettings } from "./settings.ts";
import { patience } from "./windowParts.ts";
import { type TextEditor, textEditor } from "./textEditor.ts";

export interface WindowOptions extends Partial<Development> {
  /** Its copy is the window's workspace; an empty folder unless given. */
  readonly folder?: string;
  /** User settings besides the calm ones, such as `{ "workbench.colorTheme": "Default Light Modern" }`. */
  readonly settings?: UserSettings;
  readonly keybindings?: readonly object[];
  /** Runs the extension in the web worker host, as vscode.dev does, instead of the remote Node host. */
  readonly web?: boolean;
  /** Whether VS Code asks for trust in workspaces; the window opens in Restricted Mode then. No unless given. */
  readonly trust?: boolean;
}

/** A window of VS Code with empty state of its own: settings, storage, secrets, clipboard. */
export interface Workbench extends QuickInput, Messages, TextEditor {
  /** For what the other members do not offer, such as webviews. */
  readonly page: Page;
  /** The copy of the folder that is open. */
  readonly folder: string;
  readonly errors: HostConsole["errors"];
  readonly textsAfter: HostConsole["textsAfter"];
  waitUntilReady(): Promise<void>;
  /** Reloads the window. Settings, storage and secrets stay. */
  reload(): Promise<void>;
  readClipboard(): Promise<string>;
  writeClipboard(text: string): Promise<void>;
  /** What "Developer: Show Running Extensions" lists. */
  runningExtensions(): Promise<readonly RunningExtension[]>;
  /** Writes `.vscode-test/screenshots/<name>.png` and resolves to its path. */
  screenshot(name: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens a window and waits until it can be used. */
export async function open(options: WindowOptions = {}): Promise<Workbench> {
  const { extension = repositoryRoot, companions = [], extensionTests, web = false, trust = false } = options;
  const host = web ? { "remote.extensionKind": { "jwt-mint.jwt-mint": ["web"] } } : {};
  const settings = { ...host, ...options.settings };
  const { keybindings } = options;
  const server = await startVsCodeServer({ settings, keybindings, extension, companions, extensionTests, trust });
  let browser: Browser | undefined;
  try {
    browser = await launchChromium();
    const workbench = await openWindow(server, browser, options);
    await workbench.waitUntilReady();
    return workbench;
  } catch (error) {
    await browser?.close();
    server.stop();
    throw error;
  }
}

async function openWindow(server: VsCodeServer, browser: Browser, options: WindowOptions): Promise<Workbench> {
  const folder = join(server.folder, "workspace");
  mkdirSync(folder);
  if (options.folder !== undefined) cpSync(options.folder, folder, { recursive: true });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-US" });
  const page = await newPage(context);
  const { errors, textsAfter } = collectConsole(page);
  await page.goto(windowUrl(server.authority, folder));
  const input = quickInput(page);
  return {
    ...input,
    ...messages(page, input),
    ...textEditor(page, folder, input),
    ...pageActions(page),
    runningExtensions: () => readRunningExtensions(page, input),
    page,
    folder,
    errors,
    textsAfter,
    async close() {
      await browser.close();
      server.stop();
    },
  };
}

async function newPage(context: BrowserContext): Promise<Page> {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  context.setDefaultTimeout(patience);
  // A window that is reloaded or closed would otherwise ask whether to leave.
  await context.addInitScript(() =>
    addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true),
  );
  return context.newPage();
}

/** Runs in the page. */
function extensionsAreKnown(): boolean {
  return performance.getEntriesByName("code/didLoadExtensions").length > 0;
}

function pageActions(page: Page) {
  async function waitUntilReady(): Promise<void> {
    // The Explorer, or whichever view was open before a reload.
    await page.locator(".monaco-workbench .part.sidebar .pane-body").first().waitFor();
    await page.waitForFunction(extensionsAreKnown);
  }
  return {
    waitUntilReady,
    async reload() {
      await page.reload();
      await waitUntilReady();
    },
    readClipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    writeClipboard: (text: string) => page.evaluate((value) => navigator.clipboard.writeText(value), text),
    async screenshot(name: string) {
      const path = join(cacheFolder, "screenshots", `${name.replaceAll(/[^\w.-]+/g, " ").trim()}.png`);
      await page.screenshot({ path });
      return path;
    },
  };
}
