import { mkdirSync, mkdtempSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const repositoryRoot = fileURLToPath(new URL("../../../", import.meta.url)).replace(/[/\\]$/, "");

/** Everything that tests download, build or write; safe to delete at any time. */
export const cacheFolder = join(repositoryRoot, ".vscode-test");

/** A new empty folder below the cache folder, by the path that tools find when they work in it. Who asks for it removes it. */
export function newRunFolder(name: string): string {
  const runs = join(cacheFolder, "runs");
  mkdirSync(runs, { recursive: true });
  return realpathSync(mkdtempSync(join(runs, `${name}-`)));
}
