import * as vscode from "vscode";
import { argumentInvalid } from "../core/errors.ts";
import { isJsonObject } from "../core/json.ts";
import { providers } from "../core/providers/index.ts";
import { registerActionLinks } from "../editor/actionLinks.ts";
import { tellToken } from "../editor/tellToken.ts";
import { RequestPlace } from "../editor/requestPlace.ts";
import { followRequestDocuments } from "../editor/requestDocument.ts";
import { registerRequestLens } from "../editor/requestLens.ts";
import { registerTokenFixes } from "../editor/tokenFixes.ts";
import type { TellToken } from "../editor/tokenHover.ts";
import { registerTokenMarks } from "../editor/tokenMarks.ts";
import { type CommandId, mintCommandId, type ViewId } from "../manifest.ts";
import { callServices } from "../services/calls/callServices.ts";
import { registerKeyReport } from "../services/keys/keyReport.ts";
import { showFailure } from "../services/notify.ts";
import { createServices, type Services } from "../services/services.ts";
import { registerLiveVariables } from "../variables/liveVariables.ts";
import type { Rows, Tree } from "../views/tree.ts";
import { openTree } from "../views/trees.ts";
import { registerTokenStatus } from "../views/tokenStatus.ts";
import type { Chosen, Command } from "./command.ts";
import { argumentUnwanted } from "./errors.ts";
import { insertToken } from "./tokens/insertToken.ts";
import { inspectToken } from "./tokens/inspectToken.ts";
import { listKeys } from "./keys/listKeys.ts";
import { mintProviderToken, mintToken } from "./tokens/mintToken.ts";
import { restorePanel } from "../panel/panel.ts";
import { openPanel } from "./tokens/openPanel.ts";
import { refreshAndSend } from "./tokens/refreshAndSend.ts";
import { refreshToken } from "./tokens/refreshToken.ts";

import { verifyToken } from "./tokens/verifyToken.ts";
import { decodeToken } from "./tokens/decodeToken.ts";
import { compareTokens } from "./tokens/compareTokens.ts";
import { copyPayload } from "./tokens/copyPayload.ts";
import { importKey } from "./keys/importKey.ts";
import { generateKey } from "./keys/generateKey.ts";
import { exportPublicKey } from "./keys/exportPublicKey.ts";
import { exportPrivateKey } from "./keys/exportPrivateKey.ts";
import { importKeyAgain } from "./keys/importKeyAgain.ts";
import { renameKey } from "./keys/renameKey.ts";
import { deleteKey } from "./keys/deleteKey.ts";
import { saveProfile } from "./profiles/saveProfile.ts";
import { editProfile } from "./profiles/editProfile.ts";
import { forgetAllowedCalls } from "./profiles/forgetAllowedCalls.ts";
import { renameProfile } from "./profiles/renameProfile.ts";
import { deleteProfile } from "./profiles/deleteProfile.ts";
import { useAsVariable } from "./profiles/useAsVariable.ts";
import { newHttpFile } from "./tokens/newHttpFile.ts";

/** Every command with an id of its own. A missing or misspelt id does not compile. */
const commands: { readonly [Id in CommandId]: Command } = {
  "jwtMint.mintToken": mintToken,
  "jwtMint.insertToken": insertToken,
  "jwtMint.refreshToken": refreshToken,
  "jwtMint.refreshAndSend": refreshAndSend,
  "jwtMint.inspectToken": inspectToken,
  "jwtMint.verifyToken": verifyToken,
  "jwtMint.decodeToken": decodeToken,
  "jwtMint.compareTokens": compareTokens,
  "jwtMint.copyPayload": copyPayload,
  "jwtMint.openPanel": openPanel,
  "jwtMint.importKey": importKey,
  "jwtMint.generateKey": generateKey,
  "jwtMint.listKeys": listKeys,
  "jwtMint.exportPublicKey": exportPublicKey,
  "jwtMint.exportPrivateKey": exportPrivateKey,
  "jwtMint.importKeyAgain": importKeyAgain,
  "jwtMint.renameKey": renameKey,
  "jwtMint.deleteKey": deleteKey,
  "jwtMint.saveProfile": saveProfile,
  "jwtMint.editProfile": editProfile,
  "jwtMint.renameProfile": renameProfile,
  "jwtMint.deleteProfile": deleteProfile,
  "jwtMint.useAsVariable": useAsVariable,
  "jwtMint.forgetAllowedCalls": forgetAllowedCalls,
  "jwtMint.newHttpFile": newHttpFile,
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
  readonly openTree: (id: ViewId, tree: Tree) => Rows;
  readonly restorePanel: (panel: vscode.WebviewPanel) => void;
}

/** Builds what the features share, once. */
export function createFeatures(context: vscode.ExtensionContext): Features {
  const services = createServices(context);
  const forCalls = callServices(services);
  context.subscriptions.push(registerKeyReport(services));
  context.subscriptions.push(registerTokenStatus(services), registerLiveVariables(services));
  // Before what reads them: each hears of an edit in this order.
  context.subscriptions.push(followRequestDocuments());
  context.subscriptions.push(registerRequestLens(services), registerTokenMarks(services), registerTokenFixes(services));
  context.subscriptions.push(
    registerActionLinks(async (id, place) => showingFailures(commands[id].ask?.(services, { place }))),
  );
  return {
    tellToken: async (place) => tellToken(services, place),
    async run(id, argument) {
      const command = table.get(id);
      if (command === undefined) throw new TypeError(`no command ${id}`);
      const { ask, call } = command;
      const chosen = chosenBy(argument, services);
      if (chosen !== undefined && ask !== undefined) return showingFailures(ask(services, chosen));
      if (call === undefined) throw argumentUnwanted();
      const given = chosen === undefined ? argument : {};
      if (!isJsonObject(given)) throw argumentInvalid("it is not an object");
      return call(forCalls, given);
    },
    restorePanel: (panel) => restorePanel(services, panel),
    openTree: (id, tree) => openTree(id, services, tree),
  };
}

/**
 * What a person chose, where the argument comes from a menu, a lens or a tree. Only a plain object is one of the contract.
 * A task can name a row or a file as VS Code does, so only a place is sure to come from a person.
 */
function chosenBy(argument: unknown, { rows }: Services): Chosen | undefined {
  if (argument === undefined || argument instanceof vscode.Uri) return {};
  if (argument instanceof RequestPlace) return { place: argument };
  return argument instanceof vscode.TreeItem ? (rows.get(argument) ?? {}) : undefined;
}

async function showingFailures(outcome: Promise<void> | undefined): Promise<void> {
  try {
    await outcome;
  } catch (error) {
    showFailure(error);
  }
}
