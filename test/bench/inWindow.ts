import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../host/harness/windowParts.ts";
import { open, type WindowOptions, type Workbench } from "../host/harness/workbench.ts";

/** Does something in a window of its own. */
export async function inWindow<T>(options: WindowOptions, work: (window: Workbench) => Promise<T>): Promise<T> {
  const window = await open(options);
  try {
    return await work(window);
  } finally {
    await window.close();
  }
}

/** What was measured inside the window and written into a JSON file of its folder. */
export async function readFigure<T>({ folder }: Workbench, file: string, limit = 60_000): Promise<T> {
  const path = join(folder, file);
  const text = async () => (existsSync(path) ? readFileSync(path, "utf8") : "") || undefined;
  return JSON.parse(await until(file, text, limit)) as T;
}
