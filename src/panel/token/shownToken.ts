import { identify } from "../../core/jwt/identify.ts";
import { tokenIn } from "../../core/jwt/pastedToken.ts";
import type { Profile } from "../../core/profile.ts";
import type { Minted, TokenInHand } from "../../services/minting.ts";
import type { ShownToken } from "./protocol.ts";

/** A token that the panel shows, and what it takes to deliver it. */
export interface Shown {
  readonly token: ShownToken;
  readonly inHand: TokenInHand;
}

export const showMinted = (minted: Minted): Shown => {
  const { compact, provider, profile } = minted;
  const known = { compact, provider: provider.name, ...(profile === undefined ? {} : { profile }) };
  return { token: { ...known, origin: "minted" }, inHand: minted };
};

/** The token in a pasted text: carried as its provider wants where it is recognised, else as a bearer token. Throws what `decode` throws. */
export function showPasted(text: string, profiles: readonly Profile[]): Shown {
  const compact = tokenIn(text);
  const { provider, profile, delivery } = identify(compact, profiles);
  return {
    token: { compact, origin: "pasted", ...(provider === undefined ? {} : { provider: provider.name }) },
    inHand: {
      delivery,
      ...(provider === undefined ? {} : { provider }),
      ...(profile === undefined ? {} : { profile: profile.name }),
    },
  };
}
