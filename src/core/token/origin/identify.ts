import type { TokenDelivery } from "../../http/insert/edit.ts";
import type { Profile } from "../../profile.ts";
import type { KnownProfiles } from "./knownProfiles.ts";
import type { Provider } from "../../providers/provider.ts";
import { decode } from "../read/decode.ts";
import { deliveryOf } from "../mint/delivery.ts";
import { originOf } from "./origins.ts";

/** What can be told of a token from the token alone. */
export interface IdentifiedToken {
  readonly provider?: Provider;
  /** The profile whose values give the same claims. */
  readonly profile?: Profile;
  /** How a request carries it: as its provider wants, else as a bearer token (RFC 6750 §2.1). */
  readonly delivery: TokenDelivery;
}

/** Whose token this is. Throws what `decode` throws. */
export function identify(compact: string, known: KnownProfiles): IdentifiedToken {
  const { provider, profiles } = originOf(decode(compact), known);
  if (provider === undefined) return { delivery: { compact, scheme: "Bearer" } };
  const [profile] = profiles;
  const delivery = deliveryOf(compact, provider, profile?.values ?? {});
  return { provider, ...(profile === undefined ? {} : { profile }), delivery };
}
