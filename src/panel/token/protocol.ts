import type { JsonObject } from "../../core/json.ts";
import type { OpenedToken } from "../../core/token/decrypt/encryption.ts";
import type { Inspection } from "../../core/token/inspect/inspect.ts";
import type { SignatureCheck } from "../../core/token/verify/verifyToken.ts";
import type { MintOrder } from "../../core/profile.ts";
import type { NoParams } from "../requests.ts";

/** What the token side may ask of the host. To add a request, add a row; the compiler lists what is missing. */
export interface TokenRequests {
  /** Everything there is to show; asked when the page has loaded. */
  loadToken: { params: NoParams; result: TokenState };
  /** Shows the token in a text that was pasted; for an empty text the one last minted. */
  inspect: { params: { readonly text: string }; result: ShownToken | null };
  /** Has a person choose among the tokens of the text that was pasted. Null: the user left. */
  choose: { params: NoParams; result: ShownToken | null };
  /** Judges a token by the stored keys and the provider's rules. */
  judge: { params: OfToken; result: Judgement };
  /** What the form is filled with so that it mints a token like this one. */
  edit: { params: OfToken; result: FormValues };
  /** The same for the provider that it is meant for, with the input that a finding would mend. An empty `value`: not known. */
  mend: { params: OfToken & { readonly input: string; readonly value: string }; result: FormValues };
  /** Verifies the signature with a key that the host asks for. Null: the user left. */
  verify: { params: OfToken; result: SignatureCheck | null };
  /** Opens an encrypted token with a key that the host asks for. Null: the user left. */
  decrypt: { params: OfToken; result: OpenedToken | null };
  /** Copies the token that is shown, in this form. */
  copy: { params: { readonly as: CopyForm }; result: null };
  /** Gives the token that is shown to the requests under the cursors; how many they were. Null: the user left. */
  insert: { params: NoParams; result: number | null };
  /** Shows a token of the list again. */
  showRecent: { params: { readonly id: string }; result: ShownToken };
  /** Mints anew what a token of the list was minted from. It comes as an event. */
  mintAgain: { params: { readonly id: string }; result: null };
}

interface OfToken {
  readonly compact: string;
}

/** The token alone, its `Authorization` header, a cURL command, or a line of an .env file. */
export const copyForms = ["token", "header", "curl", "env"] as const;
export type CopyForm = (typeof copyForms)[number];

/** Host to webview, unasked. */
export type TokenEvent =
  | { readonly event: "minted"; readonly token: ShownToken; readonly recent: readonly RecentEntry[] }
  | { readonly event: "pasted"; readonly text: string };

interface TokenState {
  /** The text that was pasted before the panel was hidden. */
  readonly pasted: string;
  readonly shown: ShownToken | null;
  readonly recent: readonly RecentEntry[];
}

export interface ShownToken {
  readonly compact: string;
  readonly origin: "minted" | "pasted";
  /** How many tokens there are in the text that was pasted; absent: one. */
  readonly amongOthers?: number;
  /** The provider's name, where the token is recognised. */
  readonly provider?: string;
  /** The name of the profile that it was minted with, or that gives the same token. */
  readonly profile?: string;
}

export type Judgement = Pick<Inspection, "signature" | "key" | "findings">;

/** A token that was minted in this window. */
export interface RecentEntry {
  readonly id: string;
  /** The provider's name. */
  readonly provider: string;
  readonly profile?: string;
  /** Seconds since the epoch. */
  readonly mintedAt: number;
  /** Its `iat`, `nbf` and `exp`. */
  readonly times: JsonObject;
}

/** What the form is filled with. Never a key or a secret: `key` is a stored key's name. */
export interface FormValues extends MintOrder {
  /** The input that is to have the focus. */
  readonly focus?: string;
}
