import * as vscode from "vscode";
import { argumentInvalid } from "../core/errors.ts";
import { isJsonObject } from "../core/json.ts";
import { RequestPlace } from "../editor/requestPlace.ts";
import { registerRequestLens } from "../editor/requestLens.ts";
import { registerTokenFixes } from "../editor/tokenFixes.ts";
import { registerTokenMarks } from "../editor/tokenMarks.ts";
import type { CommandId } from "../manifest.ts";
import { showFailure } from "../services/notify.ts";
import { createServices, type Services } from "../services/services.ts";
import { registerLiveVariables } from "../variables/liveVariables.ts";
import { registerTokenStatus } from "../views/tokenStatus.ts";
import type { Chosen, Command } from "./command.ts";
import { deleteKey } from "./deleteKey.ts";
import { deleteProfile } from "./deleteProfile.ts";
import { exportPrivateKey } from "./exportPrivateKey.ts";
import { exportPublicKey } from "./exportPublicKey.ts";
import { generateKey } from "./generateKey.ts";
import { importKey } from "./importKey.ts";
import { insertToken } from "./insertToken.ts";
import { listKeys } from "./listKeys.ts";
import { mintProviderToken, mintToken } from "./mintToken.ts";
import { newHttpFile } from "./newHttpFile.ts";
import { openPanel } from "./openPanel.ts";
import { refreshAndSend } from "./refreshAndSend.ts";
import { refreshToken } from "./refreshToken.ts";
import { saveProfile } from "./saveProfile.ts";
import { useAsVariable } from "./useAsVariable.ts";

/** Every command. A missing or misspelt id does not compile. */
const commands: { readonly [Id in CommandId]: Command } = {
  "jwtMint.mintToken": mintToken,
  "jwtMint.mint.lirium": mintProviderToken("lirium"),
  "jwtMint.mint.happy-pathology": mintProviderToken("happy-pathology"),
  "jwtMint.mint.help-lightning": mintProviderToken("help-lightning"),
  "jwtMint.mint.app-store-connect": mintProviderToken("app-store-connect"),
  "jwtMint.mint.partner-api": mintProviderToken("partner-api"),
  "jwtMint.insertToken": insertToken,
  "jwtMint.refreshToken": refreshToken,
  "jwtMint.refreshAndSend": refreshAndSend,
  "jwtMint.openPanel": openPanel,
  "jwtMint.importKey": importKey,
  "jwtMint.generateKey": generateKey,
  "jwtMint.listKeys": listKeys,
  "jwtMint.exportPublicKey": exportPublicKey,
  "jwtMint.exportPrivateKey": exportPrivateKey,
  "jwtMint.deleteKey": deleteKey,
  "jwtMint.saveProfile": saveProfile,
  "jwtMint.deleteProfile": deleteProfile,
  "jwtMint.useAsVariable": useAsVariable,
  "jwtMint.newHttpFile": newHttpFile,
};

export type CommandRunner = (id: CommandId, argument: unknown) => Promise<unknown>;

/** Builds what the commands share, once, and returns what runs one. */
export function createRunner(context: vscode.ExtensionContext): CommandRunner {
  const services = createServices(context);
  context.subscriptions.push(registerTokenStatus(services.recentToken), registerLiveVariables(services));
  context.subscriptions.push(registerRequestLens(services), registerTokenMarks(), registerTokenFixes(services));
  return async (id, argument) => {
    const chosen = chosenBy(argument, services);
    if (chosen !== undefined) return showingFailures(commands[id].ask(services, chosen));
    if (!isJsonObject(argument)) throw argumentInvalid("it is not an object");
    return commands[id].call(services, argument);
  };
}

/** What a person chose, where the argument comes from a menu, a lens or a tree. Only a plain object is one of the contract. */
function chosenBy(argument: unknown, { rows }: Services): Chosen | undefined {
  if (argument === undefined || argument instanceof vscode.Uri) return {};
  if (argument instanceof RequestPlace) return { place: argument };
  return argument instanceof vscode.TreeItem ? rows.get(argument) : undefined;
}

async function showingFailures(outcome: Promise<unknown>): Promise<unknown> {
  try {
    return await outcome;
  } catch (error) {
    return showFailure(error);
  }
}
