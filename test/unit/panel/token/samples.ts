import type { TokenRequests } from "../../../../src/panel/token/protocol.ts";
import type { SamplesOf } from "../samples.ts";

export const tokenSamples: SamplesOf<TokenRequests> = {
  loadToken: { params: {}, result: { pasted: "", minted: null } },
  inspect: { params: { text: "eyJ" }, result: null },
  copy: { params: {}, result: null },
  insert: { params: {}, result: 2 },
};
