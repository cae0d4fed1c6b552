import * as vscode from "vscode";
import { type TellToken, tokenHover } from "../../../src/editor/tokenHover.ts";
import { equal, eventually, match, ok, test } from "./kit/testing.ts";
import { compactOf, part } from "../../tokens.ts";

const exp = Math.floor(Date.now() / 1000) + 890;
/** Whole as far as its length tells; no key made it. */
const token = compactOf({ alg: "HS256", typ: "JWT" }, { clientId: "c1", iat: exp - 900, exp });

/** What hovers say at a place: their texts with entities read. */
async function hoverAt(uri: vscode.Uri, line: number, character: number): Promise<string> {
  const position = new vscode.Position(line, character);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, position);
  const texts = hovers.flatMap(({ contents }) =>
    contents.map((each) => (typeof each === "string" ? each : each.value)),
  );
  return texts.join("\n\n").replaceAll(/&#(\d+);/g, (_entity, code) => String.fromCodePoint(Number(code)));
}

/** Whether there are HMAC keys that could have made it is up to the tests before; which words are right is tested below. */
const expected =
  /^\*\*Partner API\*\* · expires in \d+:\d\d {2}\nHS256 · (?:signature unchecked|\$\(unverified\) not made with any of your keys)\n\n\[Inspect\].*\n\n```jsonc\n\/\/ Header\n/;

const forJson = () => vscode.workspace.getConfiguration("jwtMint", { languageId: "json" });

const closeAll = async () => vscode.commands.executeCommand("workbench.action.closeAllEditors");

test("a token in an untitled document of any language tells what it is", async () => {
  for (const language of ["plaintext", "json", "log", "yaml"]) {
    const document = await vscode.workspace.openTextDocument({ language, content: `x\n  "t": "${token}",\n` });

    // The first document of a window is what the extension starts with.
    match(await eventually(async () => hoverAt(document.uri, 1, 60)), expected);
    equal(await hoverAt(document.uri, 1, 3), "");
    equal(await hoverAt(document.uri, 0, 0), "");
  }
});

test("a token in the output, where nobody can write, tells what it is", async () => {
  // Node's hosts write the output with a native module that the server here does without.
  if ("process" in globalThis) return;
  const channel = vscode.window.createOutputChannel("Hover test");
  channel.appendLine(`GET 401 ${token}`);
  // The channel's text is in its file a moment later; what is shown before is not there yet.
  const document = await eventually(() => {
    channel.hide();
    channel.show(true);
    return vscode.workspace.textDocuments.find(
      (each) => each.uri.scheme === "output" && each.getText().includes(token),
    );
  });
  const line = document
    .getText()
    .split("\n")
    .findIndex((text) => text.includes(token));

  match(await eventually(async () => hoverAt(document.uri, line, 100)), expected);
  channel.dispose();
});

test("a token tells what it is on both sides of a diff of read-only documents", async () => {
  const provider = vscode.workspace.registerTextDocumentContentProvider("hover-test", {
    provideTextDocumentContent: ({ path }) => `${path}\nAuthorization: Bearer ${token}\n`,
  });
  const [left, right] = ["/a.log", "/b.log"].map((path) => vscode.Uri.from({ scheme: "hover-test", path }));
  ok(left && right);
  await vscode.commands.executeCommand("vscode.diff", left, right, "Two logs");

  for (const uri of [left, right]) match(await hoverAt(uri, 1, 100), expected);
  provider.dispose();
  await closeAll();
});

test("a token in a notebook's cell tells what it is", async () => {
  const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, `token = "${token}"`, "python");
  const notebook = await vscode.workspace.openNotebookDocument("jupyter-notebook", new vscode.NotebookData([cell]));

  match(await hoverAt(notebook.cellAt(0).document.uri, 0, 100), expected);
});

test("tokens of other kinds are named for what they are", async () => {
  const disclosure = part(["salt", "name", "value"]);
  const kinds = [
    [
      `${part({ alg: "dir", enc: "A256GCM" })}..${"A".repeat(16)}.${"A".repeat(8)}.${"A".repeat(22)}`,
      "Encrypted token (JWE)",
    ],
    [`${token}~${disclosure}~`, "Partner API · SD-JWT with 1 disclosure"],
    [`${part({ alg: "HS256" })}..${"A".repeat(43)}`, "Signature (JWS) of a detached payload"],
    [
      `${part({ alg: "HS256", b64: false, crit: ["b64"] })}..${"A".repeat(43)}`,
      "Signed text (JWS) with an unencoded payload, detached",
    ],
    [
      `${part({ alg: "HS256", cty: "JWT" })}.${btoa(token).replaceAll("=", "")}.${"A".repeat(43)}`,
      "Signed text (JWS), another token inside",
    ],
    [compactOf({ alg: "none" }, { sub: "a" }, ""), "Unsigned JSON Web Token"],
  ] as const;
  const { uri } = await vscode.workspace.openTextDocument({ content: kinds.map(([compact]) => compact).join("\n") });

  for (const [line, [, name]] of kinds.entries()) {
    // A document without a language gets one that VS Code detects, and has no hover while it changes.
    const [title = ""] = (await eventually(async () => hoverAt(uri, line, 9))).split("\n");
    ok(title.replaceAll("**", "").startsWith(name), `${name}: ${title}`);
  }
});

test("what only looks like a token tells why it is none", async () => {
  const cut = token.slice(0, 60);
  const { uri } = await vscode.workspace.openTextDocument({
    content: `t: ${cut}…\nt: ${token.slice(0, -9)}\n  ${token.slice(-9)}\n`,
  });

  match(await hoverAt(uri, 0, 10), /This token was cut short/);
  match(await hoverAt(uri, 1, 10), /There is a line break inside this token/);
});

test("a token that a stored key made says so, and one that it did not make", async () => {
  const secret = "a secret that only this test has";
  await vscode.commands.executeCommand("jwtMint.importKey", { name: "hover key", text: secret, alg: "HS256" });
  const order = { provider: "partner-api", key: "hover key", values: { clientId: "c1" } };
  const made = await vscode.commands.executeCommand<string>("jwtMint.mintToken", order);
  const { uri } = await vscode.workspace.openTextDocument({ content: `${made}\n${token}` });

  match(await hoverAt(uri, 0, 5), /made with your key hover key/);
  match(await hoverAt(uri, 1, 5), /not made with any of your keys/);
});

test("the hover can be switched off, for one language alone too", async () => {
  const [text, json] = [
    await vscode.workspace.openTextDocument({ language: "plaintext", content: token }),
    await vscode.workspace.openTextDocument({ language: "json", content: token }),
  ];
  const shown = async () => [(await hoverAt(text.uri, 0, 5)) !== "", (await hoverAt(json.uri, 0, 5)) !== ""];
  const { Global } = vscode.ConfigurationTarget;
  equal(await shown(), [true, true]);

  await forJson().update("hover", false, Global, true);
  equal(await shown(), [true, false]);
  await forJson().update("hover", undefined, Global, true);
  await vscode.workspace.getConfiguration("jwtMint").update("hover", false, Global);
  equal(await shown(), [false, false]);
  await vscode.workspace.getConfiguration("jwtMint").update("hover", undefined, Global);
});

test("DOC-018: a document that is edited or closed while its hover is made upsets nothing", async () => {
  const lines: string[] = [];
  const tell: TellToken = async ({ position, line }) => {
    lines.push(line);
    return Promise.resolve(new vscode.Hover("told", new vscode.Range(position, position)));
  };
  let load: ((tell: TellToken) => void) | undefined;
  const loading = new Promise<TellToken>((resolve) => (load = resolve));
  const provider = tokenHover(async () => loading);
  const document = await vscode.workspace.openTextDocument({ content: `x\n${token}` });
  await vscode.window.showTextDocument(document);
  const { token: cancellation } = new vscode.CancellationTokenSource();
  const told = provider.provideHover(document, new vscode.Position(1, 9), cancellation);
  const hovers = Array.from({ length: 10 }, async () => hoverAt(document.uri, 1, 9));

  const edit = new vscode.WorkspaceEdit();
  edit.delete(document.uri, new vscode.Range(0, 0, 2, 0));
  await vscode.workspace.applyEdit(edit);
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  load?.(tell);

  ok(await told);
  equal(lines, [token]);
  for (const text of await Promise.all(hovers)) match(text, text === "" ? /^$/ : expected);
  equal(await provider.provideHover(document, new vscode.Position(1, 9), cancellation), undefined);
});

test("DOC-019: a hover that nobody waits for any more ends before anything else has its turn", async () => {
  const document = await vscode.workspace.openTextDocument({ content: token });
  const hover = tokenHover(async () => new Promise(() => {}));
  const source = new vscode.CancellationTokenSource();
  const told = hover.provideHover(document, new vscode.Position(0, 9), source.token);
  let hadTurn = false;

  source.cancel();
  setTimeout(() => (hadTurn = true));

  equal(await told, undefined);
  equal(hadTurn, false);
});

test("links of a hover act on its own token, and no others run", async () => {
  const { uri } = await vscode.workspace.openTextDocument({ content: `a) (b ${token}` });
  const position = new vscode.Position(0, 20);
  const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, position);
  const links = hover?.contents[1] as vscode.MarkdownString;
  const copy = /\[Copy Payload\]\(command:(\w+\.\w+)\?([^)]*)\)/.exec(links.value);
  ok(copy);
  equal(links.isTrusted, { enabledCommands: [copy[1]] });
  ok(hover?.contents.toSpliced(1, 1).every((each) => !(each as vscode.MarkdownString).isTrusted));

  await vscode.commands.executeCommand(copy[1] ?? "", ...(JSON.parse(decodeURIComponent(copy[2] ?? "")) as unknown[]));

  const copied = JSON.parse(await vscode.env.clipboard.readText()) as Record<string, unknown>;
  equal(copied["clientId"], "c1");
  await vscode.commands.executeCommand(copy[1] ?? "", "jwtMint.deleteKey", uri.toString(), 0, 20);
  await vscode.commands.executeCommand(copy[1] ?? "", "toString", uri.toString(), 0, 20);
});
