import type { NoParams } from "../requests.ts";

/** What the token side may ask of the host. To add a request, add a row; the compiler lists what is missing. */
export interface TokenRequests {
  /** Everything there is to show; asked when the page has loaded. */
  loadToken: { params: NoParams; result: TokenState };
  /** Shows the token in a text that was pasted; for an empty text the one last minted. */
  inspect: { params: { readonly text: string }; result: ShownToken | null };
  /** Copies the token that is shown. */
  copy: { params: NoParams; result: null };
  /** Gives the token that is shown to the requests under the cursors; how many they were. Null: the user left. */
  insert: { params: NoParams; result: number | null };
}

/** Host to webview, unasked. */
export type TokenEvent =
  { readonly event: "minted"; readonly token: ShownToken } | { readonly event: "pasted"; readonly text: string };

interface TokenState {
  /** The text that was pasted before the panel was hidden. */
  readonly pasted: string;
  readonly minted: ShownToken | null;
}

export interface ShownToken {
  readonly compact: string;
  readonly origin: "minted" | "pasted";
  /** The provider's name, where the token is recognised. */
  readonly provider?: string;
  /** The name of the profile that it was minted with. */
  readonly profile?: string;
}
