import * as vscode from "vscode";
import { ecPair, pkcs8Pem, readToken, type TestPair } from "./kit/keys.ts";
import { writeProfiles } from "./kit/profiles.ts";
import { equal, eventually, match, ok, rejects, staysSo, test } from "./kit/testing.ts";
import { run } from "./kit/commands.ts";
import { inWorkspace, readFile, showFile, writeFile } from "./kit/workspace.ts";

/** The environment variables of this extension host, which the extension shares. The web worker host has none. */
const environment: Readonly<Record<string, string | undefined>> | undefined = (
  Reflect.get(globalThis, "process") as { readonly env?: Record<string, string | undefined> } | undefined
)?.env;

const profile = { name: "Apple", provider: "app-store-connect", key: "apple", values: { keyId: "K1" } };

let made: Promise<TestPair> | undefined;

async function setUp(): Promise<TestPair> {
  made ??= ecPair();
  const pair = await made;
  await run("importKey", { name: "apple", text: pkcs8Pem(pair) });
  await writeProfiles([profile]);
  return pair;
}

test("a .env file gets the token as the variable that is named, keeps its form, and is saved", async () => {
  const pair = await setUp();
  const before = "# keys\r\nexport APPLE='old' # token\r\nOTHER=1\r\n";
  const { document } = await showFile(".env", before);

  equal(await run("insertToken", { profile: "Apple", name: "APPLE" }), 0);

  const [, token = ""] = /^export APPLE='([\w.-]+)' # token\r$/m.exec(document.getText()) ?? [];
  ok((await readToken(token, pair)).verified);
  equal(await readFile(".env"), before.replace("old", token));
  await vscode.commands.executeCommand("undo");
  equal(document.getText(), before);
});

test("a .env file without the variable gets it at the end, named after the provider unless a name is given", async () => {
  await setUp();
  for (const [file, argument, line] of [
    [".env.local", {}, /^A=1\nAPP_STORE_CONNECT_TOKEN=eyJ[\w.-]+\n$/],
    ["dev.env", { name: "MY_TOKEN" }, /^A=1\nMY_TOKEN=eyJ[\w.-]+\n$/],
  ] as const) {
    await showFile(file, "A=1\n");

    await run("insertToken", { profile: "Apple", ...argument });

    match(await readFile(file), line);
  }
  await rejects(run("insertToken", { profile: "Apple", name: "NOT-ONE" }), /"NOT-ONE" cannot be a variable/);
});

test("what else was not saved in the file stays unsaved", async () => {
  await setUp();
  const { document } = await showFile(".env.unsaved", "A=1\n");
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 3), "2");
  await vscode.workspace.applyEdit(edit);

  await run("insertToken", { profile: "Apple" });

  ok(document.isDirty);
  equal(await readFile(".env.unsaved"), "A=1\n");
  await vscode.commands.executeCommand("workbench.action.files.revert");
});

test("a private environment file gets the token in one environment, and keeps its form", async () => {
  await setUp();
  const before = '{\n\t"dev": { "host": "h", "token": "old" },\n\t"prod": {}\n}\n';
  const { document } = await showFile("http-client.private.env.json", before);

  await rejects(run("insertToken", { profile: "Apple" }), /"environment" is missing/);
  await run("insertToken", { profile: "Apple", environment: "dev", name: "token" });

  const { dev } = JSON.parse(document.getText()) as { dev: { token: string } };
  match(dev.token, /^eyJ/);
  equal(await readFile("http-client.private.env.json"), before.replace("old", dev.token));
});

test("the public environment file and one that is no JSON are refused, and stay as they are", async () => {
  await setUp();
  for (const [file, text, message] of [
    ["http-client.env.json", '{ "dev": {} }', /http-client\.private\.env\.json/],
    ["broken/http-client.private.env.json", '{\n  "dev": {},\n}', /line 3 column 1/],
  ] as const) {
    const { document } = await showFile(file, text);
    await rejects(run("insertToken", { profile: "Apple", environment: "dev" }), message);
    equal(document.getText(), text);
  }
});

test("a file of another kind gets the bare token at the cursor", async () => {
  await setUp();
  const { document } = await showFile("notes.txt", "token: \n");
  const editor = vscode.window.activeTextEditor;
  ok(editor);
  editor.selection = new vscode.Selection(0, 7, 0, 7);

  await run("insertToken", { profile: "Apple" });

  match(document.getText(), /^token: eyJ[\w.-]+\n$/);
  await vscode.commands.executeCommand("workbench.action.files.revert");
});

test("a file of requests is none of variables, whatever else its name says", async () => {
  await setUp();
  const { document } = await showFile(".env.http", "GET https://a.test\n");

  equal(await run("insertToken", { profile: "Apple" }), 1);

  match(document.getText(), /^GET https:\/\/a\.test\nAuthorization: Bearer eyJ[\w.-]+\n$/);
  await vscode.commands.executeCommand("workbench.action.files.revert");
});

/** A file that a program writes may be read before it is done. */
const whenWhole = (text: string) => (text.endsWith("]") ? text : undefined);

/** What a program in a new terminal reads from HOST_TOKEN. */
async function terminalVariable(): Promise<string> {
  const terminal = vscode.window.createTerminal({ name: "variables", shellPath: "/bin/sh", cwd: inWorkspace() });
  try {
    const file = `shown-${crypto.randomUUID()}`;
    terminal.sendText(`printf '[%s]' "$HOST_TOKEN" > ${file}`);
    const shown = await eventually(() => readFile(file).then(whenWhole, () => undefined));
    return shown.slice(1, -1);
  } finally {
    terminal.dispose();
  }
}

test("a task asks for a token as an input, which is minted when it starts", async () => {
  // Without processes there are no tasks.
  if (environment?.["PATH"] === undefined) return;
  const pair = await setUp();
  const args = { profile: "Apple" };
  const tasks = {
    version: "2.0.0",
    tasks: [{ label: "call", type: "shell", command: "printf '[%s]' '${input:token}' > sent", problemMatcher: [] }],
    inputs: [{ id: "token", type: "command", command: "jwtMint.mintToken", args }],
  };
  await writeFile(".vscode/tasks.json", JSON.stringify(tasks));
  await eventually(async () => (await vscode.tasks.fetchTasks()).some(({ name }) => name === "call"));

  await vscode.commands.executeCommand("workbench.action.tasks.runTask", "call");

  const sent = await eventually(() => readFile("sent").then(whenWhole, () => undefined));
  match(sent, /^\[eyJ[\w.-]+\]$/);
  ok((await readToken(sent.slice(1, -1), pair)).verified);
  await vscode.workspace.fs.delete(inWorkspace(".vscode/tasks.json"));
});

test("a profile that is used as a variable has a fresh token in the environment until it is switched off", async () => {
  const pair = await setUp();
  if (environment?.["PATH"] === undefined) return;
  await writeProfiles([{ ...profile, variable: "hostToken" }]);
  const token = await eventually(() => environment["HOST_TOKEN"]);
  ok((await readToken(token, pair)).verified);
  equal(await terminalVariable(), token);

  // Another key signs from now on.
  const next = await ecPair();
  await run("importKey", { name: "next apple", text: pkcs8Pem(next) });
  await writeProfiles([{ ...profile, key: "next apple", variable: "hostToken" }]);
  await eventually(async () => (await readToken(environment["HOST_TOKEN"] ?? "", next)).verified);

  await writeProfiles([profile]);
  await eventually(() => environment["HOST_TOKEN"] === undefined);
  equal(await terminalVariable(), "");
});

test("a variable goes with its profile, and never replaces what is no token", async () => {
  await setUp();
  if (environment?.["PATH"] === undefined) return;
  const path = environment["PATH"];
  await writeProfiles([{ ...profile, variable: "path" }]);
  ok(await staysSo(500, () => environment["PATH"] === path));

  await writeProfiles([{ ...profile, variable: "hostToken" }]);
  await eventually(() => environment["HOST_TOKEN"]);
  await writeProfiles(undefined);
  await eventually(() => environment["HOST_TOKEN"] === undefined);
});

test("a variable that cannot be one, or is another profile's, is refused", async () => {
  await setUp();
  await writeProfiles([profile, { ...profile, name: "Other", variable: "otherToken" }]);
  await rejects(run("useAsVariable", { profile: "Apple", variable: "a-b" }), /cannot be a variable/);
  await rejects(run("useAsVariable", { profile: "Apple", variable: "OTHER_TOKEN" }), /used by the profile "Other"/);
  await rejects(run("useAsVariable", { profile: "gone", variable: "a" }), /no profile "gone"/);
  await rejects(run("saveProfile", { ...profile, variable: "a-b" }), /variable/);
  await writeProfiles(undefined);
});

test("a new .http file is shown with the provider's request, and takes a token", async () => {
  await setUp();
  const text = await run<string>("newHttpFile", { provider: "app-store-connect" });
  const editor = vscode.window.activeTextEditor;
  ok(editor?.document.isUntitled);
  equal(editor.document.getText(), text);
  match(text, /^GET \{\{baseUrl\}\}\/v1\/apps$/m);

  const line = text.split("\n").findIndex((candidate) => candidate.startsWith("GET "));
  editor.selection = new vscode.Selection(line, 0, line, 0);
  equal(await run("insertToken", { profile: "Apple", as: "variable" }), 1);

  match(editor.document.getText(), /^@token = eyJ[\w.-]+$/m);
  await rejects(run("newHttpFile", { provider: "mars" }), /no provider "mars"/);
  await writeProfiles(undefined);
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
});
