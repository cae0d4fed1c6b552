import type { TestContext } from "node:test";
import { type HostTestBundle, bundleHostTests } from "./hostTestBundle.ts";
import type { HostMessage, HostResult } from "../inside/kit/messages.ts";
import { until } from "./windowParts.ts";
import { explained } from "./windowTest.ts";
import { type WindowOptions, type Workbench, open } from "./workbench.ts";

/** Longer than any test may take, in milliseconds. */
const silenceLimit = 180_000;

/**
 * Runs the tests that are written for the inside of the extension host (`*.host.ts`), each as a subtest of `t`.
 * `judge` looks at what they left in the workspace.
 */
export async function testInExtensionHost(
  t: TestContext,
  options: WindowOptions,
  pattern: string,
  judge: (workspace: string) => void = () => undefined,
): Promise<void> {
  const bundle = await bundleHostTests(pattern);
  // VS Code shows no dialogs while it runs tests.
  const settings = { "jwtMint.callsByArgument": "allow", ...options.settings };
  const window = await open({ ...options, settings, extensionTests: bundle.path });
  try {
    for await (const message of messagesOf(window, bundle)) {
      if (message.kind === "result") await report(t, message, { window, bundle });
      else if (message.count === 0) throw new Error("No test is registered.");
    }
    judge(window.folder);
  } catch (error) {
    throw await explained(error, window, t.name);
  } finally {
    await window.close();
    bundle.remove();
  }
}

async function* messagesOf(window: Workbench, { prefix }: HostTestBundle): AsyncGenerator<HostMessage> {
  for (let index = 0; ; index++) {
    const next = async () => window.textsAfter(prefix)[index];
    const message = JSON.parse(await until("the tests in the extension host", next, silenceLimit)) as HostMessage;
    yield message;
    if (message.kind === "end") return;
  }
}

async function report(
  t: TestContext,
  result: HostResult,
  from: { window: Workbench; bundle: HostTestBundle },
): Promise<void> {
  await t.test(result.name, async () => {
    if (result.error === undefined) return;
    const error = new Error(result.error.message);
    error.stack = from.bundle.mapStack(result.error.stack);
    throw await explained(error, from.window, `${t.name} ${result.name}`);
  });
}
