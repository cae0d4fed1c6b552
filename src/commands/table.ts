import * as vscode from "vscode";
import { argumentInvalid } from "../core/errors.ts";
import { isJsonObject } from "../core/json.ts";
import { providers } from "../core/providers/index.ts";
import { registerActionLinks } from "../editor/actionLinks.ts";
import { hoverTeller } from "../editor/hoverTeller.ts";
import { RequestPlace } from "../editor/requestPlace.ts";
import { followRequestDocuments } from "../editor/requestDocument.ts";
import { registerRequestLens } from "../editor/requestLens.ts";
import { registerTokenFixes } from "../editor/tokenFixes.ts";
import type { TellToken } from "../editor/tokenHover.ts";
import { registerTokenMarks } from "../editor/tokenMarks.ts";
import { type CommandId, mintCommandId, type ViewId } from "../manifest.ts";
import { loadBundle } from "../services/bundle.ts";
import { registerKeyReport } from "../services/keys/keyReport.ts";
import { showFailure } from "../services/notify.ts";
import { createServices, type Services } from "../services/services.ts";
import { registerLiveVariables } from "../variables/liveVariables.ts";
import type { Rows, Tree } from "../views/tree.ts";
import type * as trees from "../views/trees.ts";
import { registerTokenStatus } from "../views/tokenStatus.ts";
import type { Chosen, Command } from "./command.ts";
import { insertToken } from "./tokens/insertToken.ts";
import { inspectToken } from "./tokens/inspectToken.ts";
import { listKeys } from "./keys/listKeys.ts";
import { loadOnDemand } from "./loadOnDemand.ts";
import { mintProviderToken, mintToken } from "./tokens/mintToken.ts";
import { openPanel, restoreInPanel } from "./tokens/openPanel.ts";
import { refreshAndSend } from "./tokens/refreshAndSend.ts";
import { refreshToken } from "./tokens/refreshToken.ts";

/** Every command with an id of its own. A missing or misspelt id does not compile. */
const commands: { readonly [Id in CommandId]: Command } = {
  "jwtMint.mintToken": mintToken,
  "jwtMint.insertToken": insertToken,
  "jwtMint.refreshToken": refreshToken,
  "jwtMint.refreshAndSend": refreshAndSend,
  "jwtMint.inspectToken": inspectToken,
  "jwtMint.verifyToken": loadOnDemand("verifyToken"),
  "jwtMint.decodeToken": loadOnDemand("decodeToken"),
  "jwtMint.compareTokens": loadOnDemand("compareTokens"),
  "jwtMint.copyPayload": loadOnDemand("copyPayload"),
  "jwtMint.openPanel": openPanel,
  "jwtMint.importKey": loadOnDemand("importKey"),
  "jwtMint.generateKey": loadOnDemand("generateKey"),
  "jwtMint.listKeys": listKeys,
  "jwtMint.exportPublicKey": loadOnDemand("exportPublicKey"),
  "jwtMint.exportPrivateKey": loadOnDemand("exportPrivateKey"),
  "jwtMint.importKeyAgain": loadOnDemand("importKeyAgain"),
  "jwtMint.renameKey": loadOnDemand("renameKey"),
  "jwtMint.deleteKey": loadOnDemand("deleteKey"),
  "jwtMint.saveProfile": loadOnDemand("saveProfile"),
  "jwtMint.editProfile": loadOnDemand("editProfile"),
  "jwtMint.renameProfile": loadOnDemand("renameProfile"),
  "jwtMint.deleteProfile": loadOnDemand("deleteProfile"),
  "jwtMint.useAsVariable": loadOnDemand("useAsVariable"),
  "jwtMint.newHttpFile": loadOnDemand("newHttpFile"),
};

/** The same by id, with those that mint for one provider. */
const table: ReadonlyMap<string, Command> = new Map([
  ...Object.entries(commands),
  ...providers.map(({ id }): [string, Command] => [mintCommandId(id), mintProviderToken(id)]),
]);

/** What starts with the first command, request in sight, hover or view. */
export interface Features {
  /** Runs a command of package.json. */
  readonly run: (id: string, argument: unknown) => Promise<unknown>;
  readonly tellToken: TellToken;
  /** What makes the rows of a view. */
  readonly openTree: (id: ViewId, tree: Tree) => Promise<Rows>;
  readonly restorePanel: (panel: vscode.WebviewPanel) => Promise<void>;
}

/** Builds what the features share, once. */
export function createFeatures(context: vscode.ExtensionContext): Features {
  const services = createServices(context);
  context.subscriptions.push(registerKeyReport(services));
  context.subscriptions.push(registerTokenStatus(services.recentToken), registerLiveVariables(services));
  // Before what reads them: each hears of an edit in this order.
  context.subscriptions.push(followRequestDocuments());
  context.subscriptions.push(registerRequestLens(services), registerTokenMarks(services), registerTokenFixes(services));
  context.subscriptions.push(
    registerActionLinks(async (id, place) => showingFailures(commands[id].ask(services, { place }))),
  );
  return {
    tellToken: hoverTeller(services),
    async run(id, argument) {
      const command = table.get(id);
      if (command === undefined) throw new TypeError(`no command ${id}`);
      const chosen = chosenBy(argument, services);
      if (chosen !== undefined) return showingFailures(command.ask(services, chosen));
      if (!isJsonObject(argument)) throw argumentInvalid("it is not an object");
      return command.call(services, argument);
    },
    restorePanel: async (panel) => restoreInPanel(services, panel),
    async openTree(id, tree) {
      const { openTree } = await loadBundle<typeof trees>(context.extensionUri, "views");
      return openTree(id, services, tree);
    },
  };
}

/** What a person chose, where the argument comes from a menu, a lens or a tree. Only a plain object is one of the contract. */
function chosenBy(argument: unknown, { rows }: Services): Chosen | undefined {
  if (argument === undefined || argument instanceof vscode.Uri) return {};
  if (argument instanceof RequestPlace) return { place: argument };
  return argument instanceof vscode.TreeItem ? (rows.get(argument) ?? {}) : undefined;
}

async function showingFailures(outcome: Promise<unknown>): Promise<unknown> {
  try {
    return await outcome;
  } catch (error) {
    return showFailure(error);
  }
}
