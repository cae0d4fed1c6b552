import type { CraftRequests } from "../../../../src/panel/craft/protocol.ts";
import type { SamplesOf } from "../samples.ts";

export const craftSamples: SamplesOf<CraftRequests> = {
  loadCraft: { params: {}, result: { profiles: [], recent: null } },
  mint: { params: { profile: "Lirium sandbox" }, result: null },
  setUpProfile: { params: {}, result: null },
};
