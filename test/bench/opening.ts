import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newRunFolder } from "../host/harness/folders.ts";
import { bundleHostTests } from "../host/harness/hostTestBundle.ts";
import type { WindowOptions } from "../host/harness/workbench.ts";
import type { Block } from "./blocks.host.ts";
import { format } from "./figures.ts";
import { inWindow, readFigure } from "./inWindow.ts";

/** How often each window is opened; the least counts, for other work on the machine makes a block longer, and never shorter. */
const ROUNDS = 3;

type Blocks = Readonly<Record<string, Block>>;

/** An extension that does nothing, to see what VS Code takes by itself. */
function emptyExtension(): string {
  const folder = newRunFolder("empty");
  const main = "extension.cjs";
  const known = { name: "empty", publisher: "jwt-mint-tests", version: "0.0.1", engines: { vscode: "^1.105.0" } };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...known, main, browser: main }));
  writeFileSync(join(folder, main), "exports.activate = () => {};");
  return folder;
}

const least = (all: readonly Blocks[], row: string, part: keyof Block) =>
  format(Math.min(...all.map((blocks) => blocks[row]?.[part] ?? Infinity))).padStart(8);

/** Prints how long huge files and settings keep everything else in the extension host waiting, with the extension and without. */
export async function benchOpening(): Promise<void> {
  const { path: extensionTests } = await bundleHostTests("test/bench/blocks.host.ts");
  const empty = emptyExtension();
  const blocksIn = (options: WindowOptions) =>
    inWindow({ ...options, extensionTests }, (window) => readFigure<Blocks>(window, "blocks.json", 300_000));
  const [ours, without]: [Blocks[], Blocks[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await blocksIn({}));
    without.push(await blocksIn({ extension: empty }));
  }
  rmSync(empty, { recursive: true });
  console.log(
    `\nThe longest block of the extension host while a file is opened, in ms, least of ${ROUNDS} (limit: 100 of our own)`,
  );
  console.log(`  ${"".padEnd(40)} without us  with us  our own part`);
  for (const row of Object.keys(ours[0] ?? {})) {
    const figures = [least(without, row, "whole"), least(ours, row, "whole"), least(ours, row, "own")];
    console.log(`  ${row.padEnd(40)} ${figures.join("   ")}`);
  }
}
