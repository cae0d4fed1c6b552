import type { Profile } from "../../core/profile.ts";
import { sayOnce } from "../sayOnce.ts";
import type { Profiles } from "./profiles.ts";

/** How many profiles are listed at a time: VS Code and its pages take long to show more. */
export const MOST_LISTED = 1000;

/** The first profiles, the one that was used last among them. A person is told once where there are more. */
export function listedProfiles(
  profiles: Pick<Profiles, "find" | "list">,
  last: string | undefined,
): readonly Profile[] {
  const all = profiles.list();
  if (all.length <= MOST_LISTED) return all;
  sayOnce(profiles, moreProfiles(all.length));
  const first = all.slice(0, MOST_LISTED);
  const used = profiles.find(last);
  return used === undefined || first.includes(used) ? first : [used, ...first];
}

const moreProfiles = (count: number) =>
  `You have ${count.toLocaleString("en")} profiles, and the panel lists the first ${MOST_LISTED.toLocaleString("en")}. The palette finds the others by name.`;
