import * as vscode from "vscode";
import { tokenAt } from "../core/http/read/tokens.ts";
import { tokenAround } from "../core/token/find/tokenAtPlace.ts";
import { AT_PLACE, type CommandId } from "../manifest.ts";
import { tokensIn } from "./requestDocument.ts";
import { RequestPlace } from "./requestPlace.ts";

/** The token that a place of any document means: the one under it, else the one its request is sent with. */
export async function compactAt({
  uri,
  position,
}: Pick<RequestPlace, "uri" | "position">): Promise<string | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (position.line >= document.lineCount) return undefined;
  const here = tokenAround(document.lineAt(position.line).text, position.character);
  return here?.compact ?? tokenAt(await tokensIn(document), position)?.compact;
}

/** What a hover offers to do with its token. */
const actions = {
  Inspect: "jwtMint.inspectToken",
  "Copy Payload": "jwtMint.copyPayload",
  "Verify…": "jwtMint.verifyToken",
  Refresh: "jwtMint.refreshToken",
} as const satisfies Readonly<Record<string, CommandId>>;

type Action = keyof typeof actions;

/** Links that run commands for the token at a place, as a text of their own: nothing else may be trusted. */
export function actionLinks(
  titles: readonly Action[],
  uri: vscode.Uri,
  { line, character }: vscode.Position,
): vscode.MarkdownString {
  const links = titles.map((title) => {
    const place = JSON.stringify([title, uri.toString(), line, character]);
    return `[${title}](command:${AT_PLACE}?${percentEncoded(place)})`;
  });
  const markdown = new vscode.MarkdownString(links.join(" · "));
  markdown.isTrusted = { enabledCommands: [AT_PLACE] };
  return markdown;
}

/** Also what encodeURIComponent leaves alone and Markdown would read: a file's name may hold any of it. */
const percentEncoded = (text: string) =>
  encodeURIComponent(text).replaceAll(/[^\w%]/g, (each) => `%${each.charCodeAt(0).toString(16).padStart(2, "0")}`);

/** Runs what such a link names, as if it had been chosen at its place. */
export function registerActionLinks(run: (id: CommandId, place: RequestPlace) => Promise<unknown>): vscode.Disposable {
  return vscode.commands.registerCommand(
    AT_PLACE,
    async (title: Action, uri: string, line: number, character: number) => {
      if (!Object.hasOwn(actions, title)) return;
      const place = new RequestPlace(vscode.Uri.parse(uri, true), new vscode.Position(line, character));
      await run(actions[title], place);
    },
  );
}
