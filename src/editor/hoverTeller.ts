import { loadBundle } from "../services/bundle.ts";
import type { Services } from "../services/services.ts";
import { requestFacts } from "./requestFacts.ts";
import type * as hover from "./tellToken.ts";
import type { TellToken } from "./tokenHover.ts";

/** What tells hovers about tokens, from a bundle that is loaded for the first of them. */
export function hoverTeller(services: Services): TellToken {
  let loaded: Promise<typeof hover> | undefined;
  return async (place) => {
    loaded ??= loadBundle<typeof hover>(services.context.extensionUri, "hover");
    return (await loaded).tellToken(services, place, requestFacts);
  };
}
