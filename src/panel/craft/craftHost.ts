import * as vscode from "vscode";
import { profileUnconfirmed } from "../../services/profiles/errors.ts";
import { isAlg } from "../../core/algorithms.ts";
import { fromBase64 } from "../../core/bytes.ts";
import type { KeySummary } from "../../core/keys/key.ts";
import { providers, requireProvider } from "../../core/providers/index.ts";
import { requestRefused } from "../errors.ts";
import { showFailure } from "../../services/notify.ts";
import type { Services } from "../../services/services.ts";
import { listedProfiles } from "../../services/profiles/listedProfiles.ts";
import { askAndMint } from "../../services/profiles/confirmProfile.ts";
import { orLeft } from "../orLeft.ts";
import type { HandlersOf } from "../requests.ts";
import {
  generateForPanel,
  importFileForPanel,
  importForPanel,
  type KeyPurpose,
  profileNameForPanel,
} from "../../dialogs/profiles/panelPrompts.ts";
import type { CraftEvent, CraftRequests, KeyChoice } from "./protocol.ts";

/** The host's half of the craft side. */
export interface CraftHost {
  readonly handlers: HandlersOf<CraftRequests>;
  readonly listening: vscode.Disposable;
}

export function craftHost(services: Services, tell: (event: CraftEvent) => void): CraftHost {
  const { keys, minting, profiles, recentToken } = services;
  const listed = () => listedProfiles(profiles, recentToken.profile);
  const loadKeys = async () => (await keys.list()).map(choiceOf);
  const tellKeys = async () => tell({ event: "keys", keys: await loadKeys() });
  const handlers: HandlersOf<CraftRequests> = {
    loadCraft: async () => ({ providers, profiles: listed(), recent: recentToken.profile ?? "" }),
    loadKeys,
    mint: async ({ profile }) => {
      const minted = await orLeft(askAndMint(services, profile));
      if (minted !== null) recentToken.set(minted);
      return null;
    },
    mintOrder: async ({ profile, order }) => {
      // What the workspace wrote stays its own, however much of it was changed since.
      const began = profiles.find(profile);
      if (began !== undefined && profiles.needsConfirmation(began)) throw profileUnconfirmed(profile, began.key ?? "");
      recentToken.set(await minting.mintOrder(order));
      return null;
    },
    saveProfile: async ({ name, order }) => {
      const provider = requireProvider(order.provider);
      const chosen = name === "" ? await orLeft(profileNameForPanel(services, provider, order.environment)) : name;
      if (chosen === null) return null;
      const variable = profiles.find(chosen)?.variable;
      await profiles.save({ name: chosen, ...order, ...(variable === undefined ? {} : { variable }) });
      return chosen;
    },
    importKey: async (question) => orLeft(importForPanel(services, purposeOf(question))),
    generateKey: async (question) => orLeft(generateForPanel(services, purposeOf(question))),
    importDropped: async ({ base64, fileName, ...question }) =>
      orLeft(importFileForPanel(services, purposeOf({ ...question, name: "" }), { input: bytesOf(base64), fileName })),
  };
  const listening = vscode.Disposable.from(
    profiles.onDidChange(() => tell({ event: "profiles", profiles: listed() })),
    keys.onDidChange(() => void tellKeys().catch(showFailure)),
  );
  return { handlers, listening };
}

const purposeOf = ({ provider, alg, name }: CraftRequests["importKey"]["params"]): KeyPurpose => ({
  provider: requireProvider(provider),
  alg: isAlg(alg) ? alg : undefined,
  name,
});

function bytesOf(base64: string): Uint8Array {
  const bytes = fromBase64(base64);
  if (bytes === undefined) throw requestRefused();
  return bytes;
}

function choiceOf({ thumbprint, ...key }: KeySummary): KeyChoice {
  return key.kty === "oct" ? key : { ...key, thumbprint };
}
