import { appStoreConnect } from "./appStoreConnect.ts";
import { custom } from "./custom.ts";
import { providerUnknown } from "./errors.ts";
import { happyPathology } from "./happyPathology.ts";
import { helpLightning } from "./helpLightning.ts";
import { library } from "./library/index.ts";
import { lirium } from "./lirium.ts";
import { partnerApi } from "./partnerApi.ts";
import type { Provider } from "./provider.ts";

/** Every built-in provider, in the order lists show them. To add one, add its file and a row. */
export const providers: readonly Provider[] = [
  lirium,
  happyPathology,
  helpLightning,
  appStoreConnect,
  partnerApi,
  custom,
  ...library,
];

export const findProvider = (id: string): Provider | undefined => providers.find((provider) => provider.id === id);

/** The provider of this id. Throws PROVIDER_UNKNOWN, which names those there are. */
export function requireProvider(id: string): Provider {
  const provider = findProvider(id);
  if (provider !== undefined) return provider;
  throw providerUnknown(
    id,
    providers.map((known) => known.id),
  );
}
