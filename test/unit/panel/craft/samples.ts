import type { CraftRequests } from "../../../../src/panel/craft/protocol.ts";
import type { SamplesOf } from "../samples.ts";

const order = { provider: "lirium", key: "lirium-sandbox", values: { apiKey: "k" }, environment: "sandbox" };
const question = { provider: "lirium", alg: "RS512", name: "" };

export const craftSamples: SamplesOf<CraftRequests> = {
  loadCraft: { params: {}, result: { providers: [], profiles: [], recent: "" } },
  loadKeys: { params: {}, result: [] },
  mint: { params: { profile: "Lirium sandbox" }, result: null },
  mintOrder: { params: { profile: "", order }, result: null },
  saveProfile: { params: { name: "", order }, result: "Lirium sandbox" },
  importKey: { params: question, result: "lirium-sandbox" },
  generateKey: { params: question, result: null },
  importDropped: { params: { provider: "lirium", alg: "RS512", fileName: "a.pem", base64: "QQ==" }, result: null },
};
