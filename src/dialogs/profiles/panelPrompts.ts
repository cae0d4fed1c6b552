import type { CraftPrompts, KeyPurpose } from "./craftPrompts.ts";
import { warnOfVolatileStore } from "../../services/keys/keyReport.ts";
import type { Services } from "../../services/services.ts";
import { askNewKey } from "../keys/askKey.ts";
import { askKeyName } from "../keys/askKeyName.ts";
import { askProfileName } from "./askProfileName.ts";
import { careForKeyFile } from "../keys/fileCare.ts";
import { freeKeyName } from "./freeName.ts";
import { generateShowing } from "../keys/generating.ts";
import type { NewKey } from "../keys/newKey.ts";
import { offerPublicKey } from "../keys/publicKey.ts";
import { readKeyInput } from "../keys/readNewKey.ts";

const place = { title: "Import Key" };

/** What the panel's form asks through VS Code's own inputs, so that no passphrase is ever typed into a page. */
export const panelPrompts = (services: Services): CraftPrompts => ({
  importKey: async (purpose) => store(services, await askNewKey(services, place, purpose.alg), purpose),
  importFile: async (purpose, file) =>
    store(services, await readKeyInput(services, file, { alg: purpose.alg, place }), purpose),
  async generateKey(purpose) {
    const { alg = purpose.provider.algs[0], provider } = purpose;
    const key = await generateShowing(await services.keyTools(), alg, provider.key.bits);
    const name = await store(services, { key, suggestedName: "" }, purpose);
    const message = `A new key was made and stored. ${provider.key.register ?? ""}`.trim();
    offerPublicKey(services, { key, name, message, provider });
    return name;
  },
  profileName: async (provider, environment = provider.environments[0]?.name ?? "default") =>
    askProfileName(services, { provider, environment }, { title: `${provider.name} Profile` }),
});

async function store(services: Services, { key, suggestedName, file }: NewKey, purpose: KeyPurpose): Promise<string> {
  const taken = new Set((await services.keys.list()).map(({ name }) => name));
  const suggestion = purpose.name || suggestedName || freeKeyName(purpose.provider.name, taken);
  const named = await askKeyName(services, suggestion, place);
  const summary = await services.keys.put(named.name, key, named);
  void warnOfVolatileStore(services, summary);
  careForKeyFile(services, file, summary);
  return named.name;
}
