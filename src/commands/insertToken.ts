import * as vscode from "vscode";
import { noEditor } from "../core/errors.ts";
import { identify } from "../core/jwt/identify.ts";
import { providers } from "../core/providers/index.ts";
import { insertDelivery } from "../editor/insertion.ts";
import { optionalChoice, optionalText, requiredText, type Command } from "./command.ts";
import { chooseProfile } from "./prompts/chooseProfile.ts";

/** `{ profile }` or `{ token }`, `as` → number of requests changed. Acts on the active editor's selections. */
export const insertToken: Command = {
  async call(services, argument): Promise<number> {
    const as = optionalChoice(argument, "as", ["header", "variable"]);
    const profile = optionalText(argument, "profile");
    const delivery =
      profile === undefined
        ? identify(requiredText(argument, "token"), services.profiles.list()).delivery
        : (await services.minting.mintProfile(profile)).delivery;
    return insertDelivery(delivery, as);
  },
  async ask(services): Promise<number> {
    // Asked before anything else: choosing a profile for no file would be in vain.
    if (vscode.window.activeTextEditor === undefined) throw noEditor();
    const title = "Insert Token into Request";
    const profile = await chooseProfile(services, { title, providers, onlyOneAtOnce: true });
    const minted = await services.minting.mintProfile(profile);
    const requests = await insertDelivery(minted.delivery);
    services.recentToken.set(minted);
    return requests;
  },
};
