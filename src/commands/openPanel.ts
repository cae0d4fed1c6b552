import { tokenTarget } from "../editor/replaceToken.ts";
import { inFront, requestEditor } from "../editor/targetEditor.ts";
import type * as panel from "../panel/panel.ts";
import { loadBundle } from "../services/bundle.ts";
import { mintAsking } from "../services/confirmProfile.ts";
import type { TokenInHand } from "../services/minting.ts";
import { showFailure } from "../services/notify.ts";
import type { Services } from "../services/services.ts";
import type { Chosen, Command } from "./command.ts";
import { insertAsking } from "./prompts/insertAsking.ts";

/** Opens the token panel, or reveals it; from a lens with the token of its request, from a tree with the profile's last one. */
export const openPanel: Command = {
  call: async (services) => showInPanel(services),
  ask: async (services, chosen) => showInPanel(services, await tokenOf(services, chosen)),
};

/** The panel's half in the host, loaded when the panel is opened for the first time. */
let loaded: Promise<typeof panel> | undefined;

/** Shows the panel, with a token where there is one. */
export async function showInPanel(services: Services, compact?: string): Promise<void> {
  loaded ??= loadBundle<typeof panel>(services.context.extensionUri, "panel");
  const { showPanel } = await loaded;
  const insert = async (token: TokenInHand) => insertAsking(services, token, await inFront(requestEditor(services)));
  showPanel({ ...services, insertAsking: insert, showFailure }, compact);
}

async function tokenOf(services: Services, { place, profile }: Chosen): Promise<string | undefined> {
  if (place !== undefined) return (await tokenTarget(place)).token.compact;
  if (profile === undefined) return undefined;
  const { recentToken } = services;
  const last = recentToken.of(profile);
  if (last !== undefined) return last.compact;
  const minted = await mintAsking(services, profile);
  recentToken.set(minted);
  return minted.compact;
}
