import { decode } from "../core/token/read/decode.ts";

/** How long a token without `exp` is reused, and how long before `exp` the next one is minted, in seconds. */
const REUSE = 60;
const MARGIN = 30;

export interface LiveToken {
  readonly compact: string;
  /** When the next one is to be minted, in seconds since the epoch. */
  readonly freshUntil: number;
  /** Whether it carries `exp`. */
  readonly expires: boolean;
}

/** The tokens that variables hold: minted when they are asked for, and reused while they are fresh. */
export class LiveTokens {
  readonly #mint: (profile: string) => Promise<{ readonly compact: string }>;
  readonly #now: () => number;
  #tokens = new Map<string, LiveToken>();

  /** `now` gives seconds since the epoch. */
  constructor(mint: (profile: string) => Promise<{ readonly compact: string }>, now: () => number) {
    this.#mint = mint;
    this.#now = now;
  }

  /** A fresh token of a profile. Throws what minting throws. */
  async get(profile: string): Promise<LiveToken> {
    const known = this.#tokens.get(profile);
    if (known !== undefined && this.#now() < known.freshUntil) return known;
    // What is minted with a key or values that change meanwhile goes into a map that nobody reads any more.
    const tokens = this.#tokens;
    const { compact } = await this.#mint(profile);
    const minted = this.#judge(compact);
    tokens.set(profile, minted);
    return minted;
  }

  /** Drops all tokens, for a key or a profile has changed. */
  forget(): void {
    this.#tokens = new Map();
  }

  #judge(compact: string): LiveToken {
    const now = this.#now();
    const exp = decode(compact).claims?.["exp"];
    if (typeof exp !== "number") return { compact, freshUntil: now + REUSE, expires: false };
    // Half of a very short life, or such a token would be minted anew at each look.
    return { compact, freshUntil: exp - Math.min(MARGIN, (exp - now) / 2), expires: true };
  }
}
