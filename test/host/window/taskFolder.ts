import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../harness/windowParts.ts";
import type { Workbench } from "../harness/workbench.ts";

/** A task of the folder, whose input is what a command resolves to. */
interface TaskInput {
  readonly command: string;
  readonly args?: unknown;
}

/** Tasks by label, as a folder brings them. Each writes its input into a file of its name, between brackets. */
export function writeTasks({ folder }: Workbench, inputs: Readonly<Record<string, TaskInput>>): void {
  const tasks = {
    version: "2.0.0",
    tasks: Object.keys(inputs).map((label) => ({
      label,
      type: "shell",
      command: `printf '[%s]' '\${input:${label}}' > ${label}.taken`,
      problemMatcher: [],
      presentation: { reveal: "never" },
    })),
    inputs: Object.entries(inputs).map(([id, { command, args }]) => ({
      id,
      type: "command",
      command: `jwtMint.${command}`,
      args,
    })),
  };
  mkdirSync(join(folder, ".vscode"), { recursive: true });
  writeFileSync(join(folder, ".vscode", "tasks.json"), JSON.stringify(tasks));
}

const RUN_TASK = "Control+Alt+R";

/** The palette lists other commands before "Tasks: Run Task". */
export const taskKeys = [{ key: "ctrl+alt+r", command: "workbench.action.tasks.runTask" }];

/** Runs a task by keyboard, once VS Code has read it. */
export async function runTask(window: Workbench, label: string): Promise<void> {
  rmSync(takenBy(window, label), { force: true });
  await until(`the task ${label}`, async () => {
    await window.openWith(RUN_TASK);
    if ((await window.inputBox()).items.some((item) => item.label === label)) return true;
    await window.escape();
    return undefined;
  });
  await window.pickItem(label);
}

const takenBy = ({ folder }: Workbench, label: string) => join(folder, `${label}.taken`);

/** What the task got, once it has run. */
export async function taken(window: Workbench, label: string): Promise<string> {
  const path = takenBy(window, label);
  const text = await until(`the task ${label} to run`, async () => {
    const found = existsSync(path) ? readFileSync(path, "utf8") : "";
    return found.endsWith("]") ? found : undefined;
  });
  return text.slice(1, -1);
}

export const hasRun = (window: Workbench, label: string): boolean => existsSync(takenBy(window, label));
