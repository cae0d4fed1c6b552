import * as vscode from "vscode";
import { noEditor } from "../core/errors.ts";
import type { TokenDelivery } from "../core/http/edit.ts";
import { decode } from "../core/jwt/decode.ts";
import { deliveryOf } from "../core/jwt/delivery.ts";
import { recognize, recognizeProfile } from "../core/jwt/recognize.ts";
import { providers } from "../core/providers/index.ts";
import { insertDelivery } from "../editor/insertion.ts";
import type { Services } from "../services/services.ts";
import { optionalChoice, optionalText, requiredText, type Command } from "./command.ts";
import { chooseProfile } from "./prompts/chooseProfile.ts";

/** `{ profile }` or `{ token }`, `as` → number of requests changed. Acts on the active editor's selections. */
export const insertToken: Command = {
  async call(services, argument): Promise<number> {
    const as = optionalChoice(argument, "as", ["header", "variable"]);
    const profile = optionalText(argument, "profile");
    const delivery =
      profile === undefined
        ? deliveryOfToken(services, requiredText(argument, "token"))
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

/** How a token from elsewhere is carried: as its provider wants where it is recognised, else as a bearer token. */
function deliveryOfToken({ profiles }: Services, compact: string): TokenDelivery {
  const token = decode(compact);
  const provider = recognize(token, providers);
  if (provider === undefined) return { compact, scheme: "Bearer" };
  const profile = recognizeProfile(token, provider, profiles.list());
  return deliveryOf(compact, provider, profile?.values ?? {});
}
