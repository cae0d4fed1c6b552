import * as vscode from "vscode";
import { noEditor } from "../../editor/errors.ts";
import { profileUnclear } from "../errors.ts";
import { argumentInvalid } from "../../core/errors.ts";
import type { JsonObject } from "../../core/json.ts";
import { providers } from "../../core/providers/index.ts";
import { replaceToken, tokenTarget, type TokenTarget } from "../../editor/replaceToken.ts";
import { RequestPlace } from "../../editor/requestPlace.ts";
import { tokenOrigin } from "../../editor/tokenOrigin.ts";
import type { CallServices } from "../../services/calls/callServices.ts";
import { askAndMint, mintUnchosen } from "../../services/profiles/confirmProfile.ts";
import type { Services } from "../../services/services.ts";
import { optionalNumber, optionalText, type Command } from "../command.ts";
import { askPick } from "../../dialogs/askPick.ts";
import { chooseProfile } from "../../dialogs/profiles/chooseProfile.ts";

/** `{ uri?, line, profile? }`, lines counted from 0 → the new token. */
export const refreshToken: Command = {
  call: async (services, argument) => refreshByCall(services, placeFrom(argument)),
  ask: async (services, { place }) => askAndRefresh(services, place),
};

/** Refreshes the token at a place without asking. Throws PROFILE_UNCLEAR unless one profile fits, or is named. */
export async function refreshByCall(services: CallServices, place: RequestPlace): Promise<string> {
  const target = await tokenTarget(place);
  const { profiles } = await tokenOrigin(services, target.token);
  const [fitting, another] = profiles;
  const profile = place.profile ?? (another === undefined ? fitting?.name : undefined);
  if (profile === undefined) throw profileUnclear(profiles.map(({ name }) => name));
  const { compact } = await services.minting.mintProfile(profile);
  await replaceToken(target, compact);
  return compact;
}

/** The same, at the cursor where a person chose no place. Asks where it is not clear which profile the token came from. */
export async function askAndRefresh(services: Services, place: RequestPlace | undefined): Promise<void> {
  const target = await tokenTarget(place ?? cursorPlace());
  const given = place?.profile ?? (await onlyFitting(services, target));
  const mint = place === undefined && given !== undefined ? mintUnchosen : askAndMint;
  const minted = await mint(services, given ?? (await askProfile(services, target)));
  await replaceToken(target, minted.compact);
  services.recentToken.set(minted);
}

/** The name of the profile that a token came from, where only one can be it. */
async function onlyFitting(services: Services, { token }: TokenTarget): Promise<string | undefined> {
  const [fitting, another] = (await tokenOrigin(services, token)).profiles;
  return another === undefined ? fitting?.name : undefined;
}

async function askProfile(services: Services, { token }: TokenTarget): Promise<string> {
  const { provider, profiles } = await tokenOrigin(services, token);
  const title = "Refresh Token";
  if (profiles.length === 0) {
    return chooseProfile(services, { title, providers: provider === undefined ? providers : [provider] });
  }
  const choices = profiles.map(({ name, environment = "" }) => ({
    label: name,
    description: environment,
    value: name,
  }));
  return askPick(choices, "Several profiles match these claims. Which one is it?", { title });
}

/** The cursor of the active editor. Throws NO_EDITOR. */
export function cursorPlace(): RequestPlace {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) throw noEditor();
  return new RequestPlace(editor.document.uri, editor.selection.active);
}

/** The place an argument names: without `uri` in the active editor. Throws ARGUMENT_INVALID or NO_EDITOR. */
export function placeFrom(argument: JsonObject): RequestPlace {
  const line = optionalNumber(argument, "line");
  if (line === undefined || !Number.isSafeInteger(line) || line < 0) {
    throw argumentInvalid('"line" must be the number of a line, counted from 0');
  }
  const uri: unknown = argument["uri"];
  const named = typeof uri === "string" ? vscode.Uri.parse(uri, true) : uri;
  if (named !== undefined && !(named instanceof vscode.Uri)) throw argumentInvalid('"uri" must be a URI');
  return new RequestPlace(named ?? cursorPlace().uri, new vscode.Position(line, 0), optionalText(argument, "profile"));
}
