import type { Services } from "../services.ts";

/** Gives a profile another name, and its tokens in this window with it. Throws what `Profiles.rename` throws. */
export async function renameProfile(
  { profiles, recentToken }: Pick<Services, "profiles" | "recentToken">,
  from: string,
  to: string,
): Promise<void> {
  await profiles.rename(from, to);
  recentToken.follow(from, to);
}
