import * as vscode from "vscode";
import { execute, run } from "./kit/commands.ts";
import { writeProfiles } from "./kit/profiles.ts";
import { equal, eventually, match, ok, staysSo, test } from "./kit/testing.ts";
import { compactOf } from "../../tokens.ts";
import { showFile } from "./kit/workspace.ts";

const tokenWith = (claims: object) => compactOf({ alg: "HS256", typ: "JWT" }, claims);
const soon = Math.floor(Date.now() / 1000) + 3600;
const expired = tokenWith({ clientId: "c1", iat: 1, exp: 901 });
const valid = tokenWith({ sub: "a", exp: soon });

const marks = ({ uri }: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "JWT Mint");

async function fixes({ uri }: vscode.TextDocument, line: number): Promise<readonly vscode.CodeAction[]> {
  const range = new vscode.Range(line, 0, line, 1000);
  const actions = await execute<readonly vscode.CodeAction[]>("vscode.executeCodeActionProvider", uri, range);
  return actions.filter(({ command }) => command?.command.startsWith("jwtMint."));
}

/** What hovers say over a line's token, with entities read. */
async function hoverAt({ uri }: vscode.TextDocument, line: number): Promise<string> {
  const hovers = await execute<readonly vscode.Hover[]>(
    "vscode.executeHoverProvider",
    uri,
    new vscode.Position(line, 60),
  );
  const texts = hovers.flatMap(({ contents }) =>
    contents.map((each) => (typeof each === "string" ? each : each.value)),
  );
  return texts.join("\n").replaceAll(/&#(\d+);/g, (_entity, code) => String.fromCodePoint(Number(code)));
}

const setTo = async (value: string | undefined) =>
  vscode.workspace.getConfiguration("jwtMint").update("diagnostics", value, vscode.ConfigurationTarget.Global);

const revert = async () => execute("workbench.action.revertAndCloseActiveEditor");

test("a token that its service would refuse is marked with what is wrong and what to do", async () => {
  const lines = [
    "GET https://api.example.com/1",
    `Authorization: Bearer ${valid}`,
    "",
    "###",
    "GET http://api.example.com/2",
    `Authorization: Bearer ${valid}`,
    "",
    "###",
    "GET https://api.example.com/3",
    `Authorization: Bearer ${tokenWith({ sub: "a", exp: String(soon) })}`,
    "",
  ];
  const { document } = await showFile("refused.http", lines.join("\n"));

  await eventually(() => marks(document).length === 2);

  equal(
    marks(document).map(({ code, range }) => [code, range.start.line, range.start.character]),
    [
      ["SENT_OVER_HTTP", 5, 22],
      ["CLAIM_NOT_NUMBER", 9, 22],
    ],
  );
  match(marks(document)[0]?.message ?? "", /over plain http, .* Use https\.$/);
  await revert();
});

const lightning = compactOf(
  { alg: "RS256", typ: "JWT" },
  { iss: "Ghazal", sub: "Partner:54344", aud: "Ghazal", exp: soon },
  "A".repeat(683),
);

test("a request that lacks a header which its provider requires is marked, and its hover says so; one with two Authorization lines at both", async () => {
  const url = "https://api.helplightning.net/api/v1/users";
  const lines = [
    `GET ${url}`,
    `Authorization: ${lightning}`,
    "",
    "###",
    `GET ${url}`,
    `Authorization: ${lightning}`,
    "X-HelpLightning-API-Key: {{key}}",
    "",
    "###",
    `curl ${url} -H "Authorization: ${lightning}"`,
    "",
    "###",
    `GET ${url}`,
    `Authorization: ${lightning}`,
    `authorization: ${lightning}`,
    "",
  ];
  const { document } = await showFile("headers.http", lines.join("\n"));
  await eventually(() => marks(document).length === 4);

  equal(
    marks(document).map(({ code, range }) => [code, range.start.line]),
    [
      ["SENT_HEADER_MISSING", 1],
      ["SENT_HEADER_MISSING", 9],
      ["SENT_TWICE", 13],
      ["SENT_TWICE", 14],
    ],
  );
  match(await hoverAt(document, 1), /Help Lightning also requires the header x.helplightning.api.key\./);
  ok(!(await hoverAt(document, 5)).includes("requires the header"));

  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), "x-helplightning-api-key: k\n"));
  await eventually(() => marks(document).length === 3);
  await revert();
});

test("quick fixes of a mark: a look at the token, and its claims", async () => {
  const { document } = await showFile("fixes.http", `GET https://a.test\nAuthorization: Bearer ${expired}\n`);
  await eventually(() => marks(document).length === 1);

  const offered = await fixes(document, 1);

  equal(
    offered.map(({ title }) => title),
    ["Refresh Token…", "Inspect Token", "Copy Claims"],
  );
  const copy = offered[2]?.command;
  await execute(copy?.command ?? "", ...(copy?.arguments ?? []));
  equal(JSON.parse(await vscode.env.clipboard.readText()), { clientId: "c1", iat: 1, exp: 901 });
  await revert();
});

test("an expired token in a .env file is marked, and its quick fix puts a fresh one in its place", async () => {
  await run("importKey", { name: "marks", text: "a secret of the marks, long enough too", alg: "HS256" });
  const profile = { name: "P marks", provider: "partner-api", key: "marks", values: { clientId: "c1" } };
  await run("saveProfile", profile);
  const { document } = await showFile(".env.marked", `A=1\nTOKEN=${expired}\nB=2\n`);
  await eventually(() => marks(document).length === 1);

  const [fix] = await fixes(document, 1);
  equal(fix?.title, "Refresh with P marks");
  await execute(fix?.command?.command ?? "", ...(fix?.command?.arguments ?? []));

  match(document.getText(), /^A=1\nTOKEN=eyJ\S+\nB=2\n$/);
  ok(!document.getText().includes(expired));
  await eventually(() => marks(document).length === 0);
  await revert();
  await writeProfiles(undefined);
});

test("the setting switches marks off, and on in every document", async () => {
  const { document: text } = await showFile("some.log", `x ${expired}\n`);
  const { document: http } = await showFile("some.http", `GET https://a.test\nAuthorization: Bearer ${expired}\n`);
  await vscode.window.showTextDocument(text, vscode.ViewColumn.Beside);
  await eventually(() => marks(http).length === 1);
  equal(marks(text).length, 0);

  await setTo("everywhere");
  await eventually(() => marks(text).length === 1);
  equal(marks(http).length, 1);
  equal(
    (await fixes(text, 0)).map(({ title }) => title),
    ["Inspect Token", "Copy Claims"],
  );

  await setTo("off");
  await eventually(() => marks(text).length + marks(http).length === 0);
  await setTo(undefined);
  await eventually(() => marks(http).length === 1);
  equal(marks(text).length, 0);
  await execute("workbench.action.closeAllEditors");
});

test("of five thousand tokens as many are marked as VS Code shows", async () => {
  const lines = Array.from({ length: 5000 }, (_, index) => {
    return `###\nGET http://api.example.com/${index}\nAuthorization: Bearer ${tokenWith({ sub: String(index), exp: soon })}\n`;
  });
  const { document } = await showFile("many.http", lines.join("\n"));

  await eventually(() => marks(document).length === 1000);

  await revert();
});

const type = async (line: number, text: string) =>
  vscode.window.activeTextEditor?.edit((builder) => builder.insert(new vscode.Position(line, 0), text));

test("marks that stay right are not set again when something else is typed", async () => {
  const lines = [
    "GET https://a.test",
    `Authorization: Bearer ${expired}`,
    "",
    "###",
    "POST https://a.test",
    "",
    "body",
    "",
  ];
  let set = 0;
  const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (uris.some(({ path }) => path.endsWith("/typed.http"))) set += 1;
  });
  const { document } = await showFile("typed.http", lines.join("\n"));
  // VS Code tells of marks a little after they are set.
  await eventually(async () => {
    const before = set;
    return marks(document).length === 1 && before > 0 && staysSo(500, () => set === before);
  });
  set = 0;

  await type(6, "some ");
  ok(await staysSo(800, () => set === 0));

  await type(0, "\n");
  await eventually(() => marks(document)[0]?.range.start.line === 2 && set > 0);

  listener.dispose();
  await revert();
});
