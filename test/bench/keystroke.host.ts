import * as vscode from "vscode";
import { test } from "../host/inside/kit/testing.ts";
import { showFile, writeFile } from "../host/inside/kit/workspace.ts";
import { largeHttpFile } from "../hugeTexts.ts";

/** Node's, which the desktop and remote hosts run on. */
declare global {
  interface Performance {
    eventLoopUtilization(since?: LoopUse): LoopUse;
  }
}

/** Milliseconds. */
interface LoopUse {
  readonly idle: number;
  readonly active: number;
  readonly utilization: number;
}

/** How many characters are typed without a rest. */
const BURST = 20;

const pause = async (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** How long the extension host was at work while something was done and for a while after it, in milliseconds. */
async function busy(work: () => PromiseLike<unknown>): Promise<number> {
  const before = performance.eventLoopUtilization();
  await work();
  // Lenses and marks follow a change with a delay.
  await pause(1_000);
  return performance.eventLoopUtilization(before).active;
}

async function measure(name: string) {
  const editor = await showFile(name, largeHttpFile());
  await pause(4_000);
  const middle = Math.floor(editor.document.lineCount / 2);
  const line = editor.document
    .getText()
    .split("\n")
    .findIndex((text, index) => index > middle && /^x+$/.test(text));
  const type = async (text: string, times: number) => {
    for (let count = 0; count < times; count += 1) {
      await editor.edit((builder) => builder.insert(new vscode.Position(line, 0), text));
      await pause(100);
    }
  };
  const figures = {
    idle: await busy(() => pause(0)),
    burst: [await busy(() => type("x", BURST)), await busy(() => type("x", BURST))].map((ms) => ms / BURST),
    character: [await busy(() => type("x", 1)), await busy(() => type("x", 1)), await busy(() => type("x", 1))],
    newLine: [await busy(() => type("\n", 1)), await busy(() => type("\n", 1))],
  };
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  return figures;
}

const measureInto = async (figures: string, name: string) => writeFile(figures, JSON.stringify(await measure(name)));

test("typing in a .http file of 5,000 requests", async () => measureInto("http.json", "large.http"));

test("typing in the same text in a file that is none of ours", async () => measureInto("text.json", "large.txt"));
