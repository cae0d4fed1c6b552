import { argumentInvalid } from "../../core/errors.ts";
import type { JsonObject } from "../../core/json.ts";
import { isInputValues } from "../../core/profile.ts";
import { providers, requireProvider } from "../../core/providers/index.ts";
import type { CallServices } from "../../services/calls/callServices.ts";
import { askAndMint } from "../../services/profiles/confirmProfile.ts";
import type { Minted } from "../../services/minting.ts";
import type { Services } from "../../services/services.ts";
import { optionalNumber, optionalText, requiredText, type Command } from "../command.ts";
import { deliver } from "./deliver.ts";
import { chooseProfile, onlyProfile } from "../../dialogs/profiles/chooseProfile.ts";

/** `{ profile }` or `{ provider, values, key, lifetime? }` → the compact token. */
export const mintToken: Command = {
  call: async (services, argument) => (await mintFrom(services, argument)).compact,
  async ask(services, { profile }): Promise<void> {
    const question = { title: "Mint Token", providers };
    await mintAndDeliver(services, profile ?? (await chooseProfile(services, question)));
  },
};

/** "Mint Lirium token": the same with the provider fixed. */
export const mintProviderToken = (provider: string): Command => ({
  call: async (services, argument) => {
    const minted = await mintFrom(services, { ...argument, provider });
    if (minted.provider.id === provider) return minted.compact;
    throw argumentInvalid(`the profile is for ${minted.provider.name}`);
  },
  async ask(services): Promise<void> {
    const own = requireProvider(provider);
    const question = { title: `Mint ${own.name} Token`, providers: [own] };
    // The token goes to the clipboard alone, so the only profile needs no question.
    await mintAndDeliver(services, onlyProfile(services, [own]) ?? (await chooseProfile(services, question)));
  },
});

async function mintFrom({ minting }: CallServices, argument: JsonObject): Promise<Minted> {
  const profile = optionalText(argument, "profile");
  if (profile !== undefined) return minting.mintProfile(profile);
  const provider = requiredText(argument, "provider");
  const key = optionalText(argument, "key");
  const lifetime = optionalNumber(argument, "lifetime");
  const values = argument["values"] ?? {};
  if (!isInputValues(values)) throw argumentInvalid('"values" must be an object of texts');
  return minting.mintOrder({
    provider,
    values,
    ...(key === undefined ? {} : { key }),
    ...(lifetime === undefined ? {} : { lifetime }),
  });
}

const mintAndDeliver = async (services: Services, profile: string): Promise<void> =>
  deliver(services, await askAndMint(services, profile));
