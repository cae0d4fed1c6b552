import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { buildCompanion } from "../companion.ts";
import { until } from "../windowParts.ts";
import { explained, withinLimit } from "../windowTest.ts";
import { open, type WindowOptions, type Workbench } from "../workbench.ts";

/** A command that another extension runs. */
export interface Call {
  readonly command: string;
  readonly args: readonly unknown[];
}

/** What it resolved to, or rejected with. */
export interface Outcome {
  readonly value?: unknown;
  readonly error?: string;
}

/** Has another extension of the window run a command of ours. */
export type RunCall = (command: string, ...args: readonly unknown[]) => Promise<Outcome>;

const callsIn =
  ({ folder }: Workbench): RunCall =>
  async (command, ...args) => {
    const calls = join(folder, ".calls");
    const id = randomUUID();
    await until("the other extension", async () => (existsSync(calls) ? true : undefined));
    writeFileSync(join(calls, id), JSON.stringify({ command: `jwtMint.${command}`, args } satisfies Call));
    renameSync(join(calls, id), join(calls, `${id}.call`));
    const outcome = join(calls, `${id}.outcome`);
    await until(`the outcome of ${command}`, async () => (existsSync(outcome) ? true : undefined), 30_000);
    return JSON.parse(readFileSync(outcome, "utf8")) as Outcome;
  };

/** A test in a window with another extension, which calls our commands. */
export function callTest(
  name: string,
  options: WindowOptions,
  body: (window: Workbench, run: RunCall) => Promise<void>,
): void {
  void test(name, async () => {
    const companion = await buildCompanion("caller", "test/host/harness/caller/calling.ts");
    const window = await open({ ...options, companions: [companion] });
    try {
      await withinLimit(body(window, callsIn(window)));
    } catch (error) {
      throw await explained(error, window, name);
    } finally {
      await window.close();
      rmSync(companion, { recursive: true, force: true });
    }
  });
}
