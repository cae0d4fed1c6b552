import type { ConsoleMessage, Page } from "playwright-core";

/** What every window of this server logs, whatever the extension does: parts that are not built, no network. */
const expected =
  /Could not locate the bindings file|build\/Release\/|ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED|status of 404|response code \(404\)|serviceWorker|^Canceled/;

export interface HostConsole {
  /** The texts that begin with `prefix`, without it, each once. */
  readonly textsAfter: (prefix: string) => readonly string[];
  /** The errors that the extension host and the page logged or threw. */
  readonly errors: () => readonly string[];
}

/** Collects what the extension host and the page write to the console. */
export function collectConsole(page: Page): HostConsole {
  // Sets, for VS Code writes some messages twice.
  const texts = new Set<string>();
  const errors = new Set<string>();
  page.on("console", (message) => {
    const text = textOf(message);
    texts.add(text);
    if (message.type() === "error" && !expected.test(text)) errors.add(text);
  });
  page.on("pageerror", (error) => errors.add(`In the page: ${error.stack ?? error.message}`));
  return {
    textsAfter: (prefix) =>
      [...texts].filter((text) => text.startsWith(prefix)).map((text) => text.slice(prefix.length)),
    errors: () => [...errors],
  };
}

/** The text without what VS Code puts in front: the level, the host and their colours. */
function textOf(message: ConsoleMessage): string {
  return message
    .text()
    .replace(/^%c *[A-Z]+ (color: #\w+ )?/, "")
    .replace(/^(%c)?\[Extension Host\] (%c)?/, "")
    .replace(/( color: \S*)+ *$/, "")
    .trim();
}
