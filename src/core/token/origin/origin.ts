import { providers } from "../../providers/index.ts";
import { hasValue } from "../../providers/template.ts";
import { decode, type Decoded, exactParts } from "../read/decode.ts";
import { givesToken, isRecognizable, lasting, recognize } from "./recognize.ts";
import type { TokenDelivery } from "../../http/insert/edit.ts";
import type { Profile } from "../../profile.ts";
import type { KnownProfiles } from "./knownProfiles.ts";
import type { Provider } from "../../providers/provider.ts";
import { deliveryOf } from "../mint/delivery.ts";

/** Where a token can have come from, as far as the token alone tells. */
export interface Origin {
  readonly provider: Provider | undefined;
  /** The profiles that give the same header and claims. */
  readonly profiles: readonly Profile[];
}

/** A provider that takes any claims, such as Custom, is known by its profiles only. */
export function originOf(token: Decoded, known: KnownProfiles): Origin {
  const provider = recognize(token, providers);
  const owners = (provider === undefined ? providers : [provider]).filter(known.has);
  // Most tokens match no profile, so that their exact digits are not needed.
  const parts = owners.length === 0 ? undefined : exactParts(token);
  const giving = parts === undefined ? [] : known.giving(owners, lasting(parts.claims));
  const profiles = giving.filter((profile) => {
    const own = owners.find(({ id }) => id === profile.provider);
    if (own === undefined || parts === undefined) return false;
    return (provider !== undefined || isKnownByProfile(own, profile)) && givesToken(profile, own, parts);
  });
  return { provider: provider ?? owners.find(({ id }) => id === profiles[0]?.provider), profiles };
}

/** Whether a provider's tokens are told by their profile alone: their members are the user's own, or some of them. */
const isKnownByProfile = (provider: Provider, { values }: Profile): boolean =>
  !isRecognizable(provider) || provider.inputs.some(({ id, adds }) => adds !== undefined && hasValue(values, id));

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
