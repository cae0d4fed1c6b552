import * as vscode from "vscode";
import { noSender } from "../errors.ts";

import { noRequestHere } from "../../core/http/errors.ts";
import { requestAt } from "../../core/http/read/tokens.ts";
import { tokensIn } from "../../editor/requestDocument.ts";
import type { RequestPlace } from "../../editor/requestPlace.ts";
import type { CallServices } from "../../services/calls/callServices.ts";
import type { Services } from "../../services/services.ts";
import { globalKey } from "../../services/stateKeys.ts";
import type { Command } from "../command.ts";
import { askPick } from "../../dialogs/askPick.ts";
import { cursorPlace, placeFrom, askAndRefresh, refreshByCall } from "./refreshToken.ts";

/** An extension that sends the request under the cursor of the active editor. */
interface Sender {
  readonly name: string;
  readonly extension: string;
  readonly command: string;
}

const senders: readonly Sender[] = [
  { name: "REST Client", extension: "humao.rest-client", command: "rest-client.request" },
  { name: "httpYac", extension: "anweber.vscode-httpyac", command: "httpyac.send" },
];

/** Without an argument at the cursor, else `{ uri?, line, profile? }`. With both extensions installed a person is asked once. */
export const refreshAndSend: Command = {
  async call(services, argument): Promise<void> {
    const place = placeFrom(argument);
    await requestOf(place);
    await refreshByCall(services, place);
    const [first] = await sendersHere(services);
    await send(first, place);
  },
  async ask(services, { place }): Promise<void> {
    const here = place ?? cursorPlace();
    await requestOf(here);
    await askAndRefresh(services, place);
    await send(await chooseSender(services), here);
  },
};

/** The senders to choose from: only the one chosen before, if it is still here. */
async function sendersHere({ context }: Pick<CallServices, "context">): Promise<readonly Sender[]> {
  // An extension in another host is not listed, but its command is.
  const running = await vscode.commands.getCommands(true);
  const here = senders.filter(
    ({ extension, command }) => vscode.extensions.getExtension(extension) !== undefined || running.includes(command),
  );
  const chosen = here.filter(({ extension }) => extension === context.globalState.get(globalKey.sender));
  return chosen.length === 0 ? here : chosen;
}

async function chooseSender(services: Services): Promise<Sender | undefined> {
  const [first, ...others] = await sendersHere(services);
  if (first === undefined || others.length === 0) return first;
  const choices = [first, ...others].map((sender) => ({ label: sender.name, value: sender }));
  const sender = await askPick(choices, "Which extension should send requests?", {
    title: "Refresh Token and Send Request",
  });
  await services.context.globalState.update(globalKey.sender, sender.extension);
  return sender;
}

/** Both extensions send at the cursor, so it has to be in the request; there it stays where it is. */
async function send(sender: Sender | undefined, place: RequestPlace): Promise<void> {
  if (sender === undefined) throw noSender();
  const { document, request } = await requestOf(place);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await vscode.window.showTextDocument(document, shown?.viewColumn);
  const { active } = editor.selection;
  const position =
    active.line >= request.start && active.line < request.end ? active : new vscode.Position(request.line, 0);
  // REST Client would send a selected text alone.
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand(sender.command);
}

/** The request at a place. Throws NO_REQUEST_HERE. */
async function requestOf({ uri, position }: RequestPlace) {
  const document = await vscode.workspace.openTextDocument(uri);
  const request = requestAt(await tokensIn(document), position.line);
  if (request === undefined) throw noRequestHere(document.languageId === "markdown");
  return { document, request };
}
