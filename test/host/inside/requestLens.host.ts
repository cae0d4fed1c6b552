import * as vscode from "vscode";
import { execute, run } from "./kit/commands.ts";
import { decodePart } from "./kit/keys.ts";
import { writeProfiles } from "./kit/profiles.ts";
import { equal, eventually, match, ok, rejects, test } from "./kit/testing.ts";
import { compactOf } from "../../tokens.ts";
import { showFile } from "./kit/workspace.ts";

const tokenWith = (claims: object) => compactOf({ alg: "HS256", typ: "JWT" }, claims);
const old = tokenWith({ clientId: "c1", iat: 1, exp: 901 });

/** A key, two profiles of Partner API, and a .http file of the workspace with a text of one's own. */
async function setUp(name: string, text: string): Promise<vscode.TextEditor> {
  await run("importKey", { name: "lens", text: "a secret of the lenses, long enough", alg: "HS256" });
  for (const clientId of ["c1", "c2"]) {
    await run("saveProfile", {
      name: `P ${clientId}`,
      provider: "partner-api",
      key: "lens",
      values: { clientId },
    });
  }
  return showFile(name, text);
}

interface Lens {
  readonly line: number;
  readonly command: vscode.Command;
}

async function lenses(uri: vscode.Uri): Promise<readonly Lens[]> {
  const found = await execute<readonly vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri, 100);
  return found.map(({ range, command }) => ({
    line: range.start.line,
    command: command ?? { title: "", command: "" },
  }));
}

const titles = async (uri: vscode.Uri) =>
  eventually(async () => {
    const found = await lenses(uri);
    return found.length > 0 ? found.map(({ line, command }) => `${line}: ${command.title}`) : undefined;
  });

async function click(uri: vscode.Uri, title: string): Promise<unknown> {
  const { command } = await eventually(async () => (await lenses(uri)).find((lens) => lens.command.title === title));
  return execute(command.command, ...(command.arguments ?? []));
}

const marks = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "JWT Mint");

const undoAll = async () => {
  await execute("workbench.action.files.revert");
  await execute("workbench.action.closeAllEditors");
};

test("lenses tell what a request's token is and mint one where there is none, in files of no known language", async () => {
  const exp = Math.floor(Date.now() / 1000) + 760;
  const text = [
    `@token = ${tokenWith({ clientId: "c2", iat: exp - 900, exp })}`,
    "GET https://a.test/1",
    "Authorization: Bearer {{token}}",
    "",
    "###",
    "GET https://a.test/2",
    "",
    "###",
    "GET https://a.test/3",
    "Authorization: Basic a b",
    "",
  ];
  const { document } = await setUp("lens.http", text.join("\n"));
  equal(document.languageId, "plaintext");

  const shown = await titles(document.uri);

  match(shown[0] ?? "", /^1: P c2 · expires in 12:[34]0$/);
  equal(shown.slice(1), ["1: Refresh", "1: Refresh & Send", "1: Inspect", "5: Mint P c1", "5: Mint token…"]);
  await vscode.workspace.getConfiguration("jwtMint").update("codeLens", false, vscode.ConfigurationTarget.Global);
  equal(await lenses(document.uri), []);
  await vscode.workspace.getConfiguration("jwtMint").update("codeLens", undefined, vscode.ConfigurationTarget.Global);
  await undoAll();
});

test("the lens Refresh puts a new token in the old one's place, as one undo step, and keeps the cursor", async () => {
  const text = `GET https://a.test/1\nAuthorization: Bearer ${old}\nAccept: */*\n`;
  const { document } = await setUp("refresh.http", text);
  const editor = await vscode.window.showTextDocument(document);
  editor.selections = [new vscode.Selection(1, 25, 1, 30), new vscode.Selection(2, 3, 2, 3)];
  const before = editor.selections;

  equal(await click(document.uri, "Refresh"), undefined);

  const [, token = ""] = /Bearer (eyJ\S+)/.exec(document.getText()) ?? [];
  equal(document.getText(), text.replace(old, token));
  const claims = decodePart(token.split(".")[1] ?? "");
  equal([claims["clientId"], Number(claims["exp"]) > Date.now() / 1000], ["c1", true]);
  equal(editor.selections, before);
  await eventually(() => marks(document.uri).length === 0);
  await execute("undo");
  equal(document.getText(), text);
  await undoAll();
});

test("the lens Mint gives its own request a token, wherever the cursor is", async () => {
  const { document } = await setUp("mint.http", "GET https://a.test/1\n\n###\nGET https://a.test/2\n");

  await eventually(async () => (await lenses(document.uri)).length === 4);
  const second = (await lenses(document.uri)).findLast(({ command }) => command.title.startsWith("Mint P"));
  await execute(second?.command.command ?? "", ...(second?.command.arguments ?? []));

  match(
    document.getText(),
    /^GET https:\/\/a.test\/1\n\n###\nGET https:\/\/a.test\/2\nAuthorization: Bearer eyJ\S+\n$/,
  );
  await undoAll();
});

test("expired and not yet valid tokens are marked; a fix is offered only where a token may be replaced", async () => {
  const text = [
    `GET https://a.test/1?x=${old}`,
    `Authorization: Bearer ${old}`,
    `X-Other: ${tokenWith({ sub: "a", nbf: 9e9 })}`,
    `# was ${old}`,
    "",
  ];
  const { document } = await setUp("marks.rest", text.join("\n"));

  await eventually(() => marks(document.uri).length === 4);

  equal(
    marks(document.uri).map(({ code, severity, range }) => [code, severity, range.start.line, range.start.character]),
    [
      ["expired", 1, 0, 23],
      ["expired", 1, 1, 22],
      ["not-yet-valid", 1, 2, 9],
      ["expired", 2, 3, 6],
    ],
  );
  match(marks(document.uri)[1]?.message ?? "", /^This token expired on 1970-01-01 00:15:01 UTC\. Refresh it/);
  const fixesAt = async (line: number) => {
    const range = document.lineAt(line).range;
    const actions = await execute<readonly vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      range,
    );
    return actions.filter(({ command }) => command?.command === "jwtMint.refreshToken");
  };
  equal((await fixesAt(0)).length + (await fixesAt(3)).length, 0);
  equal(
    (await fixesAt(2)).map(({ title }) => title),
    ["Refresh Token…"],
  );
  const [fix] = await fixesAt(1);
  equal(fix?.title, "Refresh with P c1");
  await execute(fix?.command?.command ?? "", ...(fix?.command?.arguments ?? []));
  ok(!document.lineAt(1).text.includes(old));
  ok(document.lineAt(0).text.includes(old), "the URL's token stays");
  await undoAll();
});

test("refreshToken by argument finds the definition behind a header, and the header of a curl command", async () => {
  const curl = `curl -H "Authorization: Bearer ${old}" https://a.test/`;
  const { document } = await setUp(
    "argument.http",
    `@jwt = ${old}\n\nGET https://a.test\nAuthorization: Bearer {{jwt}}\n\n### \n${curl}\n`,
  );
  const uri = document.uri;

  const first = await run<string>("refreshToken", { uri, line: 3 });
  const second = await run<string>("refreshToken", { uri: uri.toString(), line: 6, profile: "P c2" });

  equal(document.lineAt(0).text, `@jwt = ${first}`);
  equal(document.lineAt(6).text, curl.replace(old, second));
  equal(decodePart(second.split(".")[1] ?? "")["clientId"], "c2");
  await undoAll();
});

test("refreshToken by argument refuses what it would have to ask", async () => {
  const other = tokenWith({ clientId: "nobody", iat: 1, exp: 2 });
  const text = `GET https://a.test\nAuthorization: Bearer ${other}\n\n###\nGET https://a.test\n`;
  const { document } = await setUp("refused.http", text);
  const { uri } = document;

  await rejects(run("refreshToken", { uri, line: 0 }), /No profile matches the claims/);
  await rejects(run("refreshToken", { uri, line: 4 }), /no token to refresh/);
  await rejects(run("refreshToken", { uri }), /"line" must be/);
  await rejects(run("refreshToken", { uri, line: 0, profile: "gone" }), /no profile "gone"/);
  equal(document.getText(), text);
  await undoAll();
});

test("refreshAndSend has the sender's command find the new token and the cursor in the request", async () => {
  const text = `GET https://a.test/1\n\n###\nGET https://a.test/2\nAuthorization: Bearer ${old}\n`;
  const { document } = await setUp("send.http", text);
  const { uri } = document;
  await rejects(run("refreshAndSend", { uri, line: 3 }), /Install REST Client or httpYac/);
  let sent: { readonly line: number | undefined; readonly text: string } | undefined;
  // Stands in for REST Client, which reads the active editor at its cursor.
  const sender = vscode.commands.registerCommand("rest-client.request", () => {
    const editor = vscode.window.activeTextEditor;
    sent = { line: editor?.selection.active.line, text: editor?.document.getText() ?? "" };
  });
  try {
    await execute("undo");
    await click(uri, "Refresh & Send");
  } finally {
    sender.dispose();
  }

  equal(sent?.line, 3);
  equal(sent?.text, document.getText());
  ok(!document.getText().includes(old));
  await undoAll();
});

test("refreshAndSend asks once which of two extensions is to send", async () => {
  const { document } = await setUp("both.http", `GET https://a.test/2\nAuthorization: Bearer ${old}\n`);
  const sent: string[] = [];
  const stands = ["rest-client.request", "httpyac.send"].map((id) =>
    vscode.commands.registerCommand(id, () => void sent.push(id)),
  );
  try {
    const asking = run("refreshAndSend");
    await eventually(async () => {
      await execute("workbench.action.quickOpenSelectNext");
      await execute("workbench.action.acceptSelectedQuickOpenItem");
      return sent.length > 0;
    });
    await asking;
    await run("refreshAndSend");
  } finally {
    vscode.Disposable.from(...stands).dispose();
  }

  equal([sent.length, sent[0]], [2, sent[1]]);
  ok(!document.getText().includes(old));
  await undoAll();
});

test("requests in Markdown fences have lenses, and its prose has none", async () => {
  const text = `# API\n\nGET https://a.test\n\n\`\`\`http\nGET https://a.test\nAuthorization: Bearer ${old}\n\`\`\`\n`;
  const { document } = await setUp("notes.md", text);

  const shown = await titles(document.uri);

  match(shown[0] ?? "", /^5: P c1 · expired \d+ d/);
  equal(shown.slice(1), ["5: Refresh", "5: Refresh & Send", "5: Inspect"]);
  await undoAll();
});

test("5000 requests all have their lenses", async () => {
  const requests = Array.from({ length: 5000 }, (_, index) => {
    const token = tokenWith({ clientId: "c1", iat: index, exp: 901 });
    return `###\nPOST https://api.a.test/${index}\nAuthorization: Bearer ${token}\n\n{"text": "${"x".repeat(200)}"}\n`;
  });
  const { document } = await setUp("large.http", requests.join("\n"));
  const found = await execute<readonly vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri);

  equal(found.length, 20_000);
  await undoAll();
});

test("no profile is left behind", async () => writeProfiles(undefined));
