import { decode } from "../core/token/read/decode.ts";

/** How long a token without `exp` is reused, and how long before `exp` the next one is minted, in seconds. */
const REUSE = 60;
const MARGIN = 30;

/** Both times in seconds since the epoch. */
export interface LiveToken {
  readonly compact: string;
  /** A clock that shows an earlier time was set back: to a service with the right time, the token is from the future. */
  readonly mintedAt: number;
  /** When the next one is to be minted. */
  readonly freshUntil: number;
  /** Whether it carries `exp`. */
  readonly expires: boolean;
}

type Mint = (profile: string) => Promise<Pick<LiveToken, "compact" | "mintedAt">>;

/** The tokens that variables hold: minted when they are asked for, and reused while they are fresh. */
export class LiveTokens {
  readonly #mint: Mint;
  readonly #now: () => number;
  #tokens = new Map<string, LiveToken>();

  /** `now` gives seconds since the epoch. */
  constructor(mint: Mint, now: () => number) {
    this.#mint = mint;
    this.#now = now;
  }

  /** A fresh token of a profile. Throws what minting throws. */
  async get(profile: string): Promise<LiveToken> {
    const known = this.#tokens.get(profile);
    const now = this.#now();
    if (known !== undefined && known.mintedAt <= now && now < known.freshUntil) return known;
    // What is minted with a key or values that change meanwhile goes into a map that nobody reads any more.
    const tokens = this.#tokens;
    const minted = judge(await this.#mint(profile));
    tokens.set(profile, minted);
    return minted;
  }

  /** Drops all tokens, for a key or a profile has changed. */
  forget(): void {
    this.#tokens = new Map();
  }
}

function judge({ compact, mintedAt }: Pick<LiveToken, "compact" | "mintedAt">): LiveToken {
  const exp = decode(compact).claims?.["exp"];
  if (typeof exp !== "number") return { compact, mintedAt, freshUntil: mintedAt + REUSE, expires: false };
  // Half of a very short life, or such a token would be minted anew at each look.
  return { compact, mintedAt, freshUntil: exp - Math.min(MARGIN, (exp - mintedAt) / 2), expires: true };
}
