import * as vscode from "vscode";
import { chain, expiredToken, many, requests } from "../../hugeTexts.ts";
import { run } from "./kit/commands.ts";
import { equal, eventually, match, test } from "./kit/testing.ts";

function inFolder(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error("no folder is open");
  return vscode.Uri.joinPath(folder.uri, name);
}

async function show(name: string, text: string): Promise<vscode.Uri> {
  const uri = inFolder(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  return uri;
}

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

const lensesOf = async (uri: vscode.Uri) =>
  vscode.commands.executeCommand<readonly vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri);

const mintsMeanwhile = async () =>
  match(await run("mintToken", { provider: "custom", values: { alg: "none", claims: '{"sub":"a"}' } }), /^eyJ/);

test("the requests at the far ends of a chain of 5,000 variables have their lenses, and a mint meanwhile its answer", async () => {
  const uri = await show("chain.http", chain(5000));
  const [lenses] = await Promise.all([lensesOf(uri), mintsMeanwhile()]);

  const lines = new Set(lenses.map(({ range }) => range.start.line));
  equal(lines.size, 5000);
  const inspect = lenses.filter(({ command }) => command?.title === "Inspect");
  equal(inspect.length, 5000, "each reaches the token through the chain");
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
  const settings = inFolder(".vscode/settings.json");
  const profiles = JSON.parse(`[${many(50_000, (index) => JSON.stringify(profile(index)), ",")}]`) as unknown;
  await vscode.workspace.fs.writeFile(
    settings,
    new TextEncoder().encode(JSON.stringify({ "jwtMint.profiles": profiles })),
  );
  await eventually(() => count() === 50_000);
  const uri = await show("few.http", requests(200));

  await mintsMeanwhile();
  match((await lensesOf(uri))[0]?.command?.title ?? "", /^P49999 /);
  match(await hoverAt(uri, 2, 40), /P49999/);

  await remove(uri);
  await remove(settings);
  await eventually(() => count() !== 50_000);
});
