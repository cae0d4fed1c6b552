import type { Profile } from "../../profile.ts";
import type { Provider } from "../../providers/provider.ts";
import type { Decoded } from "../read/decode.ts";

/** How a request carries a token, as far as the text around it tells. */
export interface SentWith {
  /** The word in front of the token in `Authorization`; an empty text: it stands there alone. Absent: nobody knows. */
  readonly scheme?: string;
  /** The request's URL, variables replaced where they are known. */
  readonly url?: string;
  /** The names of the request's headers in lower case. Absent: nobody knows them all. */
  readonly headers?: readonly string[];
}

/** What findings are looked for in. */
export interface Subject {
  readonly compact: string;
  readonly decoded: Decoded;
  /** The provider that the token is meant for. */
  readonly provider?: Provider;
  /** The profile that it came from. */
  readonly profile?: Profile;
  readonly sentWith?: SentWith;
  /** Seconds since the epoch. */
  readonly now: number;
}
