import type { Profile } from "../../profile.ts";
import { providers } from "../../providers/index.ts";
import type { Provider } from "../../providers/provider.ts";
import { hasValue } from "../../providers/template.ts";
import { type Decoded, type ExactParts, exactParts } from "../read/decode.ts";
import { givesToken, isSpecific, recognize } from "./recognize.ts";

/** Where a token can have come from, as far as the token alone tells. */
export interface Origin {
  readonly provider: Provider | undefined;
  /** The profiles that give the same header and claims. */
  readonly profiles: readonly Profile[];
}

/** A provider that takes any claims, such as Custom, is known by its profiles only. */
export function originOf(token: Decoded, profiles: readonly Profile[]): Origin {
  const provider = recognize(token, providers);
  // Read for the first profile that may have made it: most tokens are of none.
  let parts: ExactParts | undefined;
  const fitting = profiles.filter((profile) => {
    const own = providers.find(({ id }) => id === profile.provider);
    if (own === undefined) return false;
    const canBe = provider === undefined ? isKnownByProfile(own, profile) : own === provider;
    return canBe && givesToken(profile, own, (parts ??= exactParts(token)));
  });
  return { provider: provider ?? providers.find(({ id }) => id === fitting[0]?.provider), profiles: fitting };
}

/** Whether a provider's tokens are told by their profile alone: their members are the user's own, or some of them. */
const isKnownByProfile = ({ claims, inputs }: Provider, { values }: Profile): boolean =>
  !isSpecific(claims) || inputs.some(({ id, adds }) => adds !== undefined && hasValue(values, id));
