import type { Profile } from "../../core/profile.ts";
import type { Provider } from "../../core/providers/provider.ts";
import type { Services } from "../../services/services.ts";
import { saveSetup } from "../../services/setup.ts";
import { runSteps } from "../steps.ts";
import { untilWritten } from "../untilWritten.ts";
import { careForKeyFile } from "../keys/fileCare.ts";
import { freeKeyName } from "./freeName.ts";
import { profileSteps, type Setup } from "./profileSteps.ts";
import { offerPublicKey } from "../keys/publicKey.ts";

/** Asks for all that a provider needs, saves it as a profile, and returns it. Nothing is stored before the last answer. */
export async function askProfile(services: Services, provider: Provider): Promise<Profile> {
  const setup = await runSteps(`${provider.name} Profile`, profileSteps(services, provider), { values: {} });
  const profile = profileFrom(provider, setup);
  const chosen = setup.chosen;
  if (chosen === undefined || "stored" in chosen) {
    await untilWritten(async () => services.profiles.save(profile));
    return profile;
  }
  const taken = new Set((await services.keys.list()).map(({ name }) => name));
  const name = freeKeyName(profile.name, taken);
  const saved = await untilWritten(async () => saveSetup(services, { ...profile, key: name }, chosen.key));
  careForKeyFile(services, chosen.file, {});
  if (chosen.generated === true) {
    const message = `A new key was made and stored. ${provider.key.register ?? ""}`.trim();
    offerPublicKey(services, { key: chosen.key, name, message, provider });
  }
  return saved;
}

function profileFrom(provider: Provider, { values, environment, chosen, name }: Setup): Profile {
  return {
    name: name ?? provider.name,
    provider: provider.id,
    ...(chosen !== undefined && "stored" in chosen ? { key: chosen.stored } : {}),
    values,
    ...(environment === undefined ? {} : { environment }),
  };
}
