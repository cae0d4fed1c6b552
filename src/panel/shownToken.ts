import type { TokenDelivery } from "../core/http/edit.ts";
import { decode } from "../core/jwt/decode.ts";
import { deliveryOf } from "../core/jwt/delivery.ts";
import { recognize, recognizeProfile } from "../core/jwt/recognize.ts";
import type { Profile } from "../core/profile.ts";
import { providers } from "../core/providers/index.ts";
import type { Minted } from "../services/minting.ts";
import { tokenIn } from "./pastedText.ts";
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
  const decoded = decode(compact);
  const provider = recognize(decoded, providers);
  if (provider === undefined) {
    return { token: { compact, origin: "pasted" }, delivery: { compact, scheme: "Bearer" } };
  }
  const profile = recognizeProfile(decoded, provider, profiles);
  return {
    token: { compact, origin: "pasted", provider: provider.name },
    delivery: deliveryOf(compact, provider, profile?.values ?? {}),
  };
}
