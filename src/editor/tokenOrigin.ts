import type { FoundToken } from "../core/token/find/find.ts";
import type { KnownProfiles } from "../core/token/origin/knownProfiles.ts";
import { originOf, type Origin } from "../core/token/origin/origin.ts";
import type { Profiles } from "../services/profiles/profiles.ts";
import type { Services } from "../services/services.ts";

type Sources = Pick<Services, "recentToken"> & { readonly profiles: Pick<Profiles, "find" | "known"> };
type Token = Pick<FoundToken, "compact" | "decoded">;

/** Where a token came from. Of the last token of this window the profile is known, of others what they tell. */
export const tokenOrigin = async (sources: Sources, token: Token): Promise<Origin> =>
  originAmong(await sources.profiles.known(), sources, token);

/** The same among profiles that are known already. */
export function originAmong(
  known: KnownProfiles,
  { profiles, recentToken }: Sources,
  { compact, decoded }: Token,
): Origin {
  const minted = recentToken.current?.compact === compact ? recentToken.current : undefined;
  const profile = minted && profiles.find(minted.profile);
  return profile === undefined ? originOf(decoded, known) : { provider: minted?.provider, profiles: [profile] };
}

/** What a person calls a token by: its profile, where only one fits, else its provider. */
export const originName = ({ provider, profiles: [profile, another] }: Origin) =>
  (another === undefined ? profile?.name : undefined) ?? provider?.name ?? "Token";
