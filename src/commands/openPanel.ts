import { tokenTarget } from "../editor/replaceToken.ts";
import { inFront, requestEditor } from "../editor/targetEditor.ts";
import { showPanel } from "../panel/panel.ts";
import type { TokenInHand } from "../services/minting.ts";
import type { Services } from "../services/services.ts";
import type { Chosen, Command } from "./command.ts";
import { insertAsking } from "./prompts/insertAsking.ts";

/** Opens the token panel, or reveals it; from a lens with the token of its request, from a tree with the profile's last one. */
export const openPanel: Command = {
  call: async (services) => showInPanel(services),
  ask: async (services, chosen) => showInPanel(services, await tokenOf(services, chosen)),
};

/** Shows the panel, with a token where there is one. */
export function showInPanel(services: Services, compact?: string): void {
  const insert = async (token: TokenInHand) => insertAsking(services, token, await inFront(requestEditor(services)));
  showPanel({ ...services, insertAsking: insert }, compact);
}

async function tokenOf({ minting, recentToken }: Services, { place, profile }: Chosen): Promise<string | undefined> {
  if (place !== undefined) return (await tokenTarget(place)).token.compact;
  if (profile === undefined) return undefined;
  const last = recentToken.of(profile);
  if (last !== undefined) return last.compact;
  const minted = await minting.mintProfile(profile);
  recentToken.set(minted);
  return minted.compact;
}
