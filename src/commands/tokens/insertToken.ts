import { argumentInvalid } from "../../core/errors.ts";
import { identify, type IdentifiedToken } from "../../core/token/origin/origin.ts";
import type { JsonObject } from "../../core/json.ts";
import { providers } from "../../core/providers/index.ts";
import { environmentName, variableFor } from "../../core/variable.ts";
import { insertDelivery } from "../../editor/insertion.ts";
import { inFront, requestEditor, targetEditor } from "../../editor/targetEditor.ts";
import { setVariable, variableFile, type VariableFile } from "../../editor/variableFile.ts";
import type { CallServices } from "../../services/calls/callServices.ts";
import { askAndMint, mintUnchosen } from "../../services/profiles/confirmProfile.ts";
import { optionalChoice, optionalText, type Command, requiredToken } from "../command.ts";
import { chooseProfile, onlyProfile } from "../../dialogs/profiles/chooseProfile.ts";
import { insertAtPlace } from "../../dialogs/tokens/insertAtPlace.ts";
import { askAndInsert } from "../../dialogs/tokens/askAndInsert.ts";

/**
 * `{ profile }` or `{ token }`, `as` → number of requests changed. Acts on the active editor's selections, or the last one's.
 * In a file of variables it sets `name`, in http-client.private.env.json that of `environment`.
 */
export const insertToken: Command = {
  async call(services, argument): Promise<number> {
    const as = optionalChoice(argument, "as", ["header", "variable"]);
    const editor = await inFront(targetEditor(services));
    const file = await variableFile(editor);
    const token = await tokenFor(services, argument);
    if (file === undefined) return insertDelivery(editor, token.delivery, as && { as });
    await setVariable(file, variableOf(file, argument, token), token.delivery.compact);
    return 0;
  },
  async ask(services, { place, profile: chosen }): Promise<void> {
    if (place !== undefined) return insertAtPlace(services, place);
    const editor = await inFront(chosen === undefined ? targetEditor(services) : requestEditor(services));
    // Looked at before anything is asked: choosing a profile for a file that takes no token would be in vain.
    await variableFile(editor);
    const question = { title: "Insert Token into Request", providers };
    const given = chosen ?? onlyProfile(services, providers);
    const mint = given === undefined ? askAndMint : mintUnchosen;
    const minted = await mint(services, given ?? (await chooseProfile(services, question)));
    await askAndInsert(services, minted, editor);
    services.recentToken.set(minted);
  },
};

async function tokenFor({ minting, profiles }: CallServices, argument: JsonObject): Promise<IdentifiedToken> {
  const profile = optionalText(argument, "profile");
  if (profile === undefined) return identify(requiredToken(argument, "token"), await profiles.known());
  return { ...(await minting.mintProfile(profile)), profile: profiles.get(profile) };
}

/** The variable that an argument names; else the profile's or provider's own, in the only environment there is. */
function variableOf({ environments }: VariableFile, argument: JsonObject, { profile, provider }: IdentifiedToken) {
  const named = optionalText(argument, "name");
  const own = profile?.variable ?? variableFor(provider?.id ?? "");
  if (environments === undefined) return { name: named ?? environmentName(own) };
  const [only, another] = environments.keys();
  const environment = optionalText(argument, "environment") ?? (another === undefined ? only : undefined);
  if (environment === undefined) throw argumentInvalid('"environment" is missing');
  return { name: named ?? own, environment };
}
