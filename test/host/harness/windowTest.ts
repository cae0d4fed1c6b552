import { type TestContext, test } from "node:test";
import { type WindowOptions, type Workbench, open } from "./workbench.ts";

/** Ends what hangs, in milliseconds: several waits of which each nearly is in vain. */
const limit = 300_000;

/**
 * A test of what a person sees and does in a window of its own. When it fails, a screenshot named after it is kept and
 * what the extension host logged as errors is part of the failure.
 */
export function windowTest(
  name: string,
  options: WindowOptions,
  body: (window: Workbench, t: TestContext) => Promise<void>,
): void {
  void test(name, async (t) => {
    const window = await open(options);
    try {
      await withinLimit(body(window, t));
    } catch (error) {
      throw await explained(error, window, name);
    } finally {
      await window.close();
    }
  });
}

/** Fails after five minutes, so that what hangs ends with a message. */
export async function withinLimit<T>(work: Promise<T>, what = "The test"): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} was still running after ${limit / 1000} s`)), limit);
  });
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}

/** The error with what helps to understand it: a screenshot, notifications, what the extension host logged. */
export async function explained(cause: unknown, window: Workbench, name: string): Promise<Error> {
  const failure = cause instanceof Error ? cause : new Error(String(cause));
  const screenshot = await window.screenshot(name).catch(() => "none");
  failure.message += `\nScreenshot: ${screenshot}`;
  for (const logged of window.errors()) failure.message += `\nLogged: ${logged}`;
  if (failure.stack !== undefined) failure.stack = `${failure.message}\n${failure.stack}`;
  return failure;
}
