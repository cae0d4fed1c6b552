import type { TokenRequests } from "../../../../src/panel/token/protocol.ts";
import type { SamplesOf } from "../samples.ts";

const shown = { compact: "eyJ", origin: "minted" } as const;

export const tokenSamples: SamplesOf<TokenRequests> = {
  loadToken: { params: {}, result: { pasted: "", shown: null, recent: [] } },
  inspect: { params: { text: "eyJ" }, result: null },
  choose: { params: {}, result: shown },
  judge: { params: { compact: "eyJ" }, result: { signature: "unchecked", findings: [] } },
  edit: { params: { compact: "eyJ" }, result: { provider: "custom", values: {} } },
  mend: {
    params: { compact: "eyJ", input: "apiKey", value: "" },
    result: { provider: "lirium", values: {}, focus: "apiKey" },
  },
  verify: { params: { compact: "eyJ" }, result: { signature: "failed", key: "the key", reason: "It is another's." } },
  decrypt: { params: { compact: "eyJ" }, result: { text: "{}", key: "the key" } },
  copy: { params: { as: "header" }, result: null },
  insert: { params: {}, result: 2 },
  showRecent: { params: { id: "1" }, result: shown },
  mintAgain: { params: { id: "1" }, result: null },
};
