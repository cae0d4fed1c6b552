import type { HostMessage } from "./messages.ts";
import { registeredTests } from "./testing.ts";

/** Differs from build to build, so that nothing else on the console is taken for a message of the tests. */
declare const MESSAGE_PREFIX: string;

/** Ends what hangs, in milliseconds: several waits of which each nearly is in vain. */
const testLimit = 120_000;

/** Called by VS Code in the extension host. Results go to the console, which the window's page shows too. */
export async function run(): Promise<void> {
  for (const [index, { name, body }] of registeredTests.entries()) {
    const error = await failureOf(body);
    if (error === undefined) send({ kind: "result", index, name });
    else send({ kind: "result", index, name, error: { message: error.message, stack: error.stack ?? "" } });
  }
  send({ kind: "end", count: registeredTests.length });
}

function send(message: HostMessage): void {
  console.log(MESSAGE_PREFIX + JSON.stringify(message));
}

async function failureOf(body: () => unknown): Promise<Error | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Still running after ${testLimit / 1000} s`)), testLimit);
  });
  try {
    await Promise.race([body(), tooLong]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    clearTimeout(timer);
  }
}
