import { hasTexts, isNothing } from "../guards.ts";
import type { GuardsOf } from "../requests.ts";
import { copyForms, type TokenRequests } from "./protocol.ts";

const isOfToken = (params: unknown): params is TokenRequests["judge"]["params"] => hasTexts(params, ["compact"]);
const isOfEntry = (params: unknown): params is TokenRequests["mintAgain"]["params"] => hasTexts(params, ["id"]);

export const tokenGuards: GuardsOf<TokenRequests> = {
  loadToken: isNothing,
  inspect: (params): params is TokenRequests["inspect"]["params"] => hasTexts(params, ["text"]),
  choose: isNothing,
  judge: isOfToken,
  edit: isOfToken,
  mend: (params): params is TokenRequests["mend"]["params"] => hasTexts(params, ["compact", "input", "value"]),
  verify: isOfToken,
  decrypt: isOfToken,
  copy: (params): params is TokenRequests["copy"]["params"] =>
    hasTexts(params, ["as"]) && copyForms.some((form) => form === params.as),
  insert: isNothing,
  showRecent: isOfEntry,
  mintAgain: isOfEntry,
};
