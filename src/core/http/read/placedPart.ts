import type { Part } from "./parts.ts";
import type { PlacedToken } from "./placing.ts";

/** A request, and the token that it would be sent with as far as the file alone tells. */
export interface TokenRequest {
  readonly line: number;
  /** Its block: the lines whose cursor means this request. */
  readonly start: number;
  readonly end: number;
  readonly token: PlacedToken | undefined;
  /** The names of its headers in lower case; undefined where a variable, a script or a file may add others. */
  readonly headers: readonly string[] | undefined;
  /** It says in another way who sends it: another scheme, or a value that is not in the file. */
  readonly authorizedElsewhere: boolean;
}

/** A part in its place. */
export interface Placed {
  readonly part: Part;
  readonly start: number;
  readonly tokens: readonly PlacedToken[];
  readonly request: TokenRequest | undefined;
}
