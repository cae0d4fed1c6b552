import { hasTexts, isNothing } from "../guards.ts";
import type { GuardsOf } from "../requests.ts";
import type { CraftRequests } from "./protocol.ts";

export const craftGuards: GuardsOf<CraftRequests> = {
  loadCraft: isNothing,
  mint: (params): params is CraftRequests["mint"]["params"] => hasTexts(params, ["profile"]),
  setUpProfile: isNothing,
};
