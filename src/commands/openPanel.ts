import { inFront, requestEditor } from "../editor/targetEditor.ts";
import type * as panel from "../panel/panel.ts";
import { loadBundle } from "../services/bundle.ts";
import type { TokenInHand } from "../services/minting.ts";
import { showFailure } from "../services/notify.ts";
import type { Services } from "../services/services.ts";
import type { Command } from "./command.ts";
import { insertAsking } from "./prompts/insertAsking.ts";
import { keyDialogs } from "./prompts/keyDialogs.ts";

/** Opens the token panel, or reveals it. */
export const openPanel: Command = {
  call: async (services) => showInPanel(services),
  ask: async (services) => showInPanel(services),
};

/** The panel's half in the host, loaded when the panel is opened for the first time. */
let loaded: Promise<typeof panel> | undefined;

/** Shows the panel, with a token where there is one. */
export async function showInPanel(services: Services, compact?: string): Promise<void> {
  loaded ??= loadBundle<typeof panel>(services.context.extensionUri, "panel");
  const { showPanel } = await loaded;
  const insert = async (token: TokenInHand) => insertAsking(services, token, await inFront(requestEditor(services)));
  const asking = {
    insertAsking: insert,
    verifyAsking: async (token: string) => (await keyDialogs(services)).verifyAsking(services, token),
    decryptAsking: async (token: string) => (await keyDialogs(services)).decryptAsking(services, token),
  };
  showPanel({ ...services, ...asking, showFailure }, compact);
}
