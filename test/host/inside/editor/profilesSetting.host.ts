import * as vscode from "vscode";
import { eventually, match, ok, rejects, test } from "../kit/testing.ts";

const write = async (profiles: unknown) =>
  vscode.workspace.getConfiguration("jwtMint").update("profiles", profiles, vscode.ConfigurationTarget.Global);

const mint = async (profile: string) => vscode.commands.executeCommand("jwtMint.mintToken", { profile });

/** The user's settings file as an editor would show it, with some profiles in it that are not saved. */
async function settingsWith(profiles: unknown): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand("workbench.action.openSettingsJson");
  const editor = await eventually(() => vscode.window.activeTextEditor);
  const { document } = editor;
  const end = document.positionAt(document.getText().length);
  const text = JSON.stringify({ "jwtMint.profiles": profiles }, undefined, 2);
  await editor.edit((builder) => builder.replace(new vscode.Range(new vscode.Position(0, 0), end), text));
  return document;
}

const problems = (document: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);

test("a profile written by hand that is wrong says what is wrong with it, when it is used", async () => {
  await write([
    { name: "mars", provider: "mars", key: "k", values: {} },
    { name: "no key", provider: "lirium", values: { apiKey: "a" } },
    { name: "lost key", provider: "lirium", key: "lost", values: { apiKey: "a" } },
    { name: "no values", provider: "lirium", key: "lost", values: "x" },
    "nonsense",
  ]);

  await rejects(mint("mars"), /no provider "mars"/);
  await rejects(mint("no key"), /"no key" is not complete: it names no key/);
  await rejects(mint("lost key"), /The key "lost" is not on this machine/);
  await rejects(mint("no values"), /"no values" is not complete: its values are not texts/);
  await write(undefined);
});

test("the settings editor checks profiles: provider, inputs, their values and lifetime", async () => {
  const document = await settingsWith([
    { name: "a", provider: "mars", values: {} },
    { name: "b", provider: "lirium", values: { apiKey: "k", colour: "red" } },
    { name: "c", provider: "lirium", values: {} },
    { name: "d", provider: "happy-pathology", values: {}, lifetime: 7200 },
    { name: "w", provider: "lirium", values: { apiKey: "two words" } },
    { name: "n", provider: "partner-api", values: { clientId: 12345678901234567000 } },
    { name: "e", provider: "lirium", key: "k", values: { apiKey: "k" } },
  ]);

  const found = await eventually(() => (problems(document).length >= 7 ? problems(document).join("\n") : undefined));

  match(found, /Valid values: "lirium"/);
  match(found, /Property colour is not allowed/);
  match(found, /Missing property "apiKey"/);
  match(found, /maximum of 3600/);
  match(found, /maximum of 9007199254740991/);
  match(found, /API key is not right: an API key has no spaces/);
  const lines = vscode.languages.getDiagnostics(document.uri).map(({ range }) => range.start.line);
  const last = document
    .getText()
    .split("\n")
    .findIndex((line) => line.includes('"e"'));
  ok(
    lines.every((line) => line < last),
    "the last profile is right",
  );
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
});

test("the settings editor completes a provider's name", async () => {
  const document = await settingsWith([{ name: "a", provider: "x", values: {} }]);
  const line = document
    .getText()
    .split("\n")
    .findIndex((text) => text.includes('"provider"'));
  const at = new vscode.Position(line, document.lineAt(line).text.indexOf('"x"') + 1);

  const labels = async () => {
    const command = "vscode.executeCompletionItemProvider";
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(command, document.uri, at);
    return items.map(({ label }) => (typeof label === "string" ? label : label.label));
  };
  // The JSON extension knows the schema a moment after the settings are open.
  await eventually(async () => (await labels()).includes('"app-store-connect"'));
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
});
