import type { Alg } from "../../core/algorithms.ts";
import type { Provider } from "../../core/providers/provider.ts";
import { warnOfVolatileStore } from "../../services/keys/keyReport.ts";
import type { Services } from "../../services/services.ts";
import { askNewKey } from "../keys/askKey.ts";
import { askKeyName } from "../keys/askKeyName.ts";
import { askProfileName } from "./askProfileName.ts";
import { careForKeyFile } from "../keys/fileCare.ts";
import { freeKeyName } from "./freeName.ts";
import { generateShowing } from "../keys/generating.ts";
import { offerPublicKey } from "../keys/publicKey.ts";
import { type NewKey, readKeyInput } from "../keys/readNewKey.ts";

/** What a new key is for. */
export interface KeyPurpose {
  readonly provider: Provider;
  readonly alg: Alg | undefined;
  /** A name to propose; empty: none. */
  readonly name: string;
}

/** A key file that was dropped into the page. */
interface KeyFile {
  readonly input: Uint8Array;
  readonly fileName: string;
}

const place = { title: "Import Key" };

/*
 * What the panel's form asks through VS Code's own inputs, so that no passphrase is ever typed into a page. Each throws
 * CancellationError when the user leaves; the first three resolve to the name that the key is stored under.
 */

export const importForPanel = async (services: Services, purpose: KeyPurpose): Promise<string> =>
  store(services, await askNewKey(services, place, purpose.alg), purpose);

export const importFileForPanel = async (services: Services, purpose: KeyPurpose, file: KeyFile): Promise<string> =>
  store(services, await readKeyInput(services, file, { alg: purpose.alg, place }), purpose);

export async function generateForPanel(services: Services, purpose: KeyPurpose): Promise<string> {
  const { alg = purpose.provider.algs[0], provider } = purpose;
  const key = await generateShowing(await services.keyTools(), alg, provider.key.bits);
  const name = await store(services, { key, suggestedName: "" }, purpose);
  const message = `A new key was made and stored. ${provider.key.register ?? ""}`.trim();
  offerPublicKey(services, { key, name, message, provider });
  return name;
}

export const profileNameForPanel = async (
  services: Services,
  provider: Provider,
  environment = provider.environments[0]?.name ?? "default",
): Promise<string> => askProfileName(services, { provider, environment }, { title: `${provider.name} Profile` });

async function store(services: Services, { key, suggestedName, file }: NewKey, purpose: KeyPurpose): Promise<string> {
  const taken = new Set((await services.keys.list()).map(({ name }) => name));
  const suggestion = purpose.name || suggestedName || freeKeyName(purpose.provider.name, taken);
  const named = await askKeyName(services, suggestion, place);
  const summary = await services.keys.put(named.name, key, named);
  void warnOfVolatileStore(services, summary);
  careForKeyFile(services, file, summary);
  return named.name;
}
