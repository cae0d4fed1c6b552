import * as vscode from "vscode";
import { test } from "../host/inside/kit/testing.ts";
import { ownSamples } from "./ownSamples.ts";
import { chain, expiredToken, fences, largeHttpFile, many, requests } from "../hugeTexts.ts";
import { writeFile } from "../host/inside/kit/workspace.ts";

const pause = async (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** How long lenses and marks have, once a file is open, in milliseconds. */
const SETTLED = 6_000;

/** The longest time that nothing else had its turn while something was done, and the most of our own code in one such time, in milliseconds. */
export interface Block {
  readonly whole: number;
  readonly own: number;
}

async function longestBlock(work: () => Promise<unknown>): Promise<Block> {
  const turns: number[] = [performance.now()];
  const beat = setInterval(() => turns.push(performance.now()), 5);
  const ran = await ownSamples(work);
  clearInterval(beat);
  let [whole, own] = [0, 0];
  for (const [index, end] of turns.entries()) {
    const start = turns[index - 1] ?? end;
    whole = Math.max(whole, end - start);
    const within = ran.filter(({ at }) => at > start && at <= end);
    own = Math.max(
      own,
      within.reduce((sum, { lasted }) => sum + lasted, 0),
    );
  }
  return { whole, own };
}

/** Each file by its name, made when its turn comes. */
const files: Readonly<Record<string, () => string>> = {
  "5,000 expired tokens.http": largeHttpFile,
  "chain of 5,000 variables.http": () => chain(5000),
  "40,000 tokens on a line.http": () => many(40_000, expiredToken, " "),
  "100,000 requests.http": () => requests(100_000),
  "10,000 fences.md": () => fences(10_000),
};

const blocks: Record<string, Block> = {};

async function measure(row: string, uri: vscode.Uri): Promise<void> {
  blocks[row] = await longestBlock(async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await pause(SETTLED);
  });
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

test("the window has settled, and the extension is loaded", async () => {
  await pause(SETTLED);
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument(await writeFile("first.http", requests(1))),
  );
  await pause(SETTLED);
});

for (const [name, make] of Object.entries(files)) test(name, async () => measure(name, await writeFile(name, make())));

const profile = (index: number) => ({
  name: `P${index}`,
  provider: "partner-api",
  key: "k",
  values: { clientId: `c${index}` },
});
const profiles = Array.from({ length: 50_000 }, (_, index) => profile(index));

const settingsRead = () =>
  vscode.workspace.getConfiguration("jwtMint").get<readonly unknown[]>("profiles")?.length === profiles.length;

test("50,000 profiles of the workspace", async () => {
  blocks["50,000 profiles, their settings read"] = await longestBlock(async () => {
    await writeFile(".vscode/settings.json", JSON.stringify({ "jwtMint.profiles": profiles }));
    while (!settingsRead()) await pause(100);
    await pause(SETTLED);
  });
  await measure("50,000 profiles, 200 tokens.http", await writeFile("few.http", requests(200)));
});

test("the figures are written", async () => {
  await writeFile("blocks.json", JSON.stringify(blocks));
});
