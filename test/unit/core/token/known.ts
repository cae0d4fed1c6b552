import type { Profile } from "../../../../src/core/profile.ts";
import { allAtOnce } from "../../../../src/core/steps.ts";
import { type KnownProfiles, knownProfiles } from "../../../../src/core/token/origin/knownProfiles.ts";

export const known = (profiles: readonly Profile[]): KnownProfiles => allAtOnce(knownProfiles(profiles));

export const nobody = known([]);
