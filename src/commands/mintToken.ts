import { argumentInvalid } from "../core/errors.ts";
import type { JsonObject } from "../core/json.ts";
import { isInputValues } from "../core/profile.ts";
import { findProvider, providers } from "../core/providers/index.ts";
import type { Minted } from "../services/minting.ts";
import type { Services } from "../services/services.ts";
import { optionalNumber, optionalText, requiredText, type Command } from "./command.ts";
import { deliver } from "./deliver.ts";
import { chooseProfile } from "./prompts/chooseProfile.ts";

/** `{ profile }` or `{ provider, values, key, lifetime? }` → the compact token. */
export const mintToken: Command = {
  call: async (services, argument) => (await mintFrom(services, argument)).compact,
  ask: async (services) => askToken(services, undefined),
};

/** "Mint Lirium token": the same with the provider fixed. */
export const mintProviderToken = (provider: string): Command => ({
  call: async (services, argument) => {
    const minted = await mintFrom(services, { ...argument, provider });
    if (minted.provider.id === provider) return minted.compact;
    throw argumentInvalid(`the profile is one for ${minted.provider.name}`);
  },
  ask: async (services) => askToken(services, provider),
});

async function mintFrom({ minting }: Services, argument: JsonObject): Promise<Minted> {
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

async function askToken(services: Services, providerId: string | undefined): Promise<string> {
  const provider = providerId === undefined ? undefined : findProvider(providerId);
  const question =
    provider === undefined
      ? { title: "Mint Token", providers, onlyOneAtOnce: false }
      : { title: `Mint ${provider.name} Token`, providers: [provider], onlyOneAtOnce: true };
  const minted = await services.minting.mintProfile(await chooseProfile(services, question));
  await deliver(services, minted);
  return minted.compact;
}
