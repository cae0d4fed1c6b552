import type { Decoded } from "../core/token/read/decode.ts";
import { originOf, type Origin } from "../core/token/origin/origins.ts";
import type { Profiles } from "../services/profiles/profiles.ts";
import type { Services } from "../services/services.ts";

/** Where a token came from. Of the last token of this window the profile is known, of others what they tell. */
export function tokenOrigin(
  { profiles, recentToken }: Pick<Services, "recentToken"> & { readonly profiles: Pick<Profiles, "list"> },
  { compact, decoded }: { readonly compact: string; readonly decoded: Decoded },
): Origin {
  const known = profiles.list();
  const minted = recentToken.current?.compact === compact ? recentToken.current : undefined;
  const profile = minted && known.find(({ name }) => name === minted.profile);
  return profile === undefined ? originOf(decoded, known) : { provider: minted?.provider, profiles: [profile] };
}

/** What a person calls a token by: its profile, where only one fits, else its provider. */
export const originName = ({ provider, profiles: [profile, another] }: Origin) =>
  (another === undefined ? profile?.name : undefined) ?? provider?.name ?? "Token";
