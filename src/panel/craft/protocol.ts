import type { KeySummary } from "../../core/keys/key.ts";
import type { MintOrder, Profile } from "../../core/profile.ts";
import type { Provider } from "../../core/providers/provider.ts";
import type { NoParams } from "../requests.ts";

/** What the craft side may ask of the host. To add a request, add a row; the compiler lists what is missing. */
export interface CraftRequests {
  /** What there is to choose from; asked when the page has loaded. */
  loadCraft: { params: NoParams; result: CraftState };
  /** The keys; apart from the rest, for the secret storage may fail. */
  loadKeys: { params: NoParams; result: readonly KeyChoice[] };
  /** Mints for a profile as it is saved. The token comes as an event, as it does when the palette mints. */
  mint: { params: { readonly profile: string }; result: null };
  /** Mints what the form holds; `profile`: the one that it began with, empty: none. The token comes as an event. */
  mintOrder: { params: { readonly profile: string; readonly order: MintOrder }; result: null };
  /** Saves what the form holds; `name` is empty for a new profile, whose name is asked for. Its name, or null: none was given. */
  saveProfile: { params: { readonly name: string; readonly order: MintOrder }; result: string | null };
  /** Asks for a key and stores it. Its name, or null: the user left. `name` is proposed for it. */
  importKey: { params: KeyQuestion; result: string | null };
  generateKey: { params: KeyQuestion; result: string | null };
  /** Stores the key in a file that was dropped: the one message that carries key text, and only to the host. */
  importDropped: { params: DroppedFile; result: string | null };
}

/** Host to webview, unasked. */
export type CraftEvent =
  | { readonly event: "profiles"; readonly profiles: readonly Profile[] }
  | { readonly event: "keys"; readonly keys: readonly KeyChoice[] };

/** What may be shown of a key. No thumbprint of a secret: it lets a weak one be guessed (RFC 7638 §7). */
export type KeyChoice = Omit<KeySummary, "thumbprint"> & { readonly thumbprint?: string };

/** What a new key is for. */
interface KeyQuestion {
  /** A provider's id. */
  readonly provider: string;
  readonly alg: string;
  /** A name to propose; empty: none. */
  readonly name: string;
}

interface DroppedFile {
  readonly provider: string;
  readonly alg: string;
  readonly fileName: string;
  readonly base64: string;
}

interface CraftState {
  readonly providers: readonly Provider[];
  readonly profiles: readonly Profile[];
  /** The profile that was last used; empty: none. */
  readonly recent: string;
}
