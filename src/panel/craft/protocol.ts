import type { NoParams } from "../requests.ts";

/** What the craft side may ask of the host. To add a request, add a row; the compiler lists what is missing. */
export interface CraftRequests {
  /** Everything there is to show; asked when the page has loaded. */
  loadCraft: { params: NoParams; result: CraftState };
  /** Mints for a profile. The token comes as an event, as it does when the palette mints. */
  mint: { params: { readonly profile: string }; result: null };
  setUpProfile: { params: NoParams; result: null };
}

/** Host to webview, unasked. */
export type CraftEvent = { readonly event: "profiles"; readonly profiles: readonly string[] };

interface CraftState {
  /** The names of the profiles. */
  readonly profiles: readonly string[];
  /** The profile that was last used. */
  readonly recent: string | null;
}
