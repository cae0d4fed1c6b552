import type { TokenDelivery } from "../../core/http/edit.ts";
import { identify } from "../../core/jwt/identify.ts";
import type { Profile } from "../../core/profile.ts";
import type { Minted } from "../../services/minting.ts";
import { tokenIn } from "../../core/jwt/pastedToken.ts";
import type { ShownToken } from "./protocol.ts";

/** A token that the panel shows, and how a request carries it. */
export interface Shown {
  readonly token: ShownToken;
  readonly delivery: TokenDelivery;
}

export const showMinted = ({ compact, provider, delivery, profile }: Minted): Shown => ({
  token: { compact, origin: "minted", provider: provider.name, ...(profile === undefined ? {} : { profile }) },
  delivery,
});

/** The token in a pasted text: carried as its provider wants where it is recognised, else as a bearer token. Throws TOKEN_INVALID. */
export function showPasted(text: string, profiles: readonly Profile[]): Shown {
  const compact = tokenIn(text);
  const { provider, delivery } = identify(compact, profiles);
  return {
    token: { compact, origin: "pasted", ...(provider === undefined ? {} : { provider: provider.name }) },
    delivery,
  };
}
