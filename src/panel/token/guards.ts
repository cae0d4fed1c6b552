import { hasTexts, isNothing } from "../guards.ts";
import type { GuardsOf } from "../requests.ts";
import type { TokenRequests } from "./protocol.ts";

export const tokenGuards: GuardsOf<TokenRequests> = {
  loadToken: isNothing,
  inspect: (params): params is TokenRequests["inspect"]["params"] => hasTexts(params, ["text"]),
  copy: isNothing,
  insert: isNothing,
};
