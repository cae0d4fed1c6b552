/** What the webview may ask of the host. To add a request, add a row; the compiler lists what is missing. */
interface PanelRequests {
  /** Everything there is to show; asked when the page has loaded. */
  load: { params: NoParams; result: PanelState };
  /** Mints for a profile. The token comes as an event, as it does when the palette mints. */
  mint: { params: { readonly profile: string }; result: null };
  /** Shows the token in a text that was pasted; for an empty text the one last minted. */
  inspect: { params: { readonly text: string }; result: ShownToken | null };
  /** Copies the token that is shown. */
  copy: { params: NoParams; result: null };
  /** Gives the token that is shown to the requests under the cursors; how many they were. */
  insert: { params: NoParams; result: number };
  setUpProfile: { params: NoParams; result: null };
}

export type Method = keyof PanelRequests;
export type Params<M extends Method> = PanelRequests[M]["params"];
export type Result<M extends Method> = PanelRequests[M]["result"];

type NoParams = Readonly<Record<string, never>>;

/** Webview to host. `id` is a whole number that no other request of the page has. */
export interface Request<M extends Method> {
  readonly id: number;
  readonly method: M;
  readonly params: Params<M>;
}

/** Host to webview: exactly one per request, so the webview never waits for ever. `id` is null where it was not readable. */
export type Reply<M extends Method = Method> =
  | { readonly id: number; readonly ok: true; readonly result: Result<M> }
  | { readonly id: number | null; readonly ok: false; readonly message: string };

/** Host to webview, unasked. */
export type HostEvent =
  | { readonly event: "minted"; readonly token: ShownToken }
  | { readonly event: "pasted"; readonly text: string }
  | { readonly event: "profiles"; readonly profiles: readonly string[] };

interface PanelState {
  /** The names of the profiles. */
  readonly profiles: readonly string[];
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
