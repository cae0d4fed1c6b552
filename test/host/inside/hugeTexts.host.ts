import * as vscode from "vscode";
import { chain, expiredToken, many, requests } from "../../hugeTexts.ts";
import { run } from "./kit/commands.ts";
import { equal, eventually, match, ok, test } from "./kit/testing.ts";
import { showFile, writeFile } from "./kit/workspace.ts";

const show = async (name: string, text: string): Promise<vscode.Uri> => (await showFile(name, text)).document.uri;

async function remove(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  await vscode.workspace.fs.delete(uri);
}

async function hoverAt(uri: vscode.Uri, line: number, character: number): Promise<string> {
  const position = new vscode.Position(line, character);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, position);
  return hovers
    .flatMap(({ contents }) => contents.map((each) => (typeof each === "string" ? each : each.value)))
    .join();
}

const lensesOf = async (uri: vscode.Uri, ...resolved: readonly number[]) =>
  vscode.commands.executeCommand<readonly vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri, ...resolved);

/** The titles of a file's first lenses, once it has some: it is read in slices. */
const firstTitles = async (uri: vscode.Uri) =>
  eventually(async () => {
    const titles = (await lensesOf(uri, 5)).map(({ command }) => command?.title);
    return titles.length > 0 ? titles : undefined;
  });

const mintsMeanwhile = async () =>
  match(await run("mintToken", { provider: "custom", values: { alg: "none", claims: '{"sub":"a"}' } }), /^eyJ/);

test("the requests at the far ends of a chain of 5,000 variables have their lenses, and a mint meanwhile its answer", async () => {
  const uri = await show("chain.http", chain(5000));
  const [titles] = await Promise.all([firstTitles(uri), mintsMeanwhile()]);

  ok(titles.includes("Inspect"), `The first request reaches the token through the whole chain (${titles.join()})`);
  const lines = new Set((await lensesOf(uri)).map(({ range }) => range.start.line));
  equal(lines.size, 5000);
  await remove(uri);
});

test("the last of 40,000 tokens on a line tells what it is", async () => {
  const line = many(40_000, expiredToken, " ");
  const uri = await show("line.http", line);
  const [hover] = await Promise.all([hoverAt(uri, 0, line.length - 5), mintsMeanwhile()]);

  match(hover, /Partner API/);
  await remove(uri);
});

const count = () => vscode.workspace.getConfiguration("jwtMint").get<readonly unknown[]>("profiles")?.length;

const profile = (index: number) => ({
  name: `P${index}`,
  provider: "partner-api",
  key: "absent",
  values: { clientId: index === 49_999 ? "c" : `c${index}` },
});

test("with 50,000 profiles of the workspace a token tells its profile, and a mint has its answer", async () => {
  const profiles = JSON.parse(`[${many(50_000, (index) => JSON.stringify(profile(index)), ",")}]`) as unknown;
  const settings = await writeFile(".vscode/settings.json", JSON.stringify({ "jwtMint.profiles": profiles }));
  await eventually(() => count() === 50_000);
  const uri = await show("few.http", requests(200));

  await mintsMeanwhile();
  await eventually(async () => (await firstTitles(uri))[0]?.startsWith("P49999 "));
  match(await hoverAt(uri, 2, 40), /P49999/);

  await remove(uri);
  await remove(settings);
  await eventually(() => count() !== 50_000);
});
