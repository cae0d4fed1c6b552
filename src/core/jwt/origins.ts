import type { Profile } from "../profile.ts";
import { providers } from "../providers/index.ts";
import type { Provider } from "../providers/provider.ts";
import type { Decoded } from "./decode.ts";
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
  const candidates = provider === undefined ? providers.filter(({ claims }) => !isSpecific(claims)) : [provider];
  const fitting = profiles.filter((profile) => {
    const own = candidates.find(({ id }) => id === profile.provider);
    return own !== undefined && givesToken(profile, own, token);
  });
  return { provider: provider ?? candidates.find(({ id }) => id === fitting[0]?.provider), profiles: fitting };
}
