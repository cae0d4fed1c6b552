import type * as vscode from "vscode";
import { inFront, requestEditor } from "../../editor/targetEditor.ts";
import type { CraftPrompts } from "../../dialogs/profiles/craftPrompts.ts";
import type * as panel from "../../panel/panel.ts";
import type { PanelServices } from "../../panel/panelServices.ts";
import { loadBundle } from "../../services/bundle.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../command.ts";
import { insertAsking } from "../../dialogs/tokens/insertAsking.ts";
import { keyDialogs } from "../../dialogs/keyDialogs.ts";

/** Opens the token panel, or reveals it. */
export const openPanel: Command = {
  call: async (services) => showInPanel(services),
  ask: async (services) => showInPanel(services),
};

/** The panel's half in the host, loaded when the panel is opened for the first time. */
let loaded: Promise<typeof panel> | undefined;

async function load({ context }: Services): Promise<typeof panel> {
  loaded ??= loadBundle<typeof panel>(context.extensionUri, "panel");
  return loaded;
}

/** Shows the panel, with a token where there is one. */
export async function showInPanel(services: Services, compact?: string): Promise<void> {
  const { showPanel } = await load(services);
  showPanel(panelServices(services), compact);
}

/** Fills a panel again that was open when the window closed. */
export async function restoreInPanel(services: Services, webviewPanel: vscode.WebviewPanel): Promise<void> {
  const { restorePanel } = await load(services);
  restorePanel(panelServices(services), webviewPanel);
}

const panelServices = (services: Services): PanelServices => ({
  ...services,
  prompts: lazyPrompts(services),
  insertAsking: async (token) => insertAsking(services, token, await inFront(requestEditor(services))),
  verifyAsking: async (compact) => (await keyDialogs(services)).verifyAsking(services, compact),
  decryptAsking: async (compact) => (await keyDialogs(services)).decryptAsking(services, compact),
});

/** The form's questions, whose dialogs are loaded for the first of them. */
function lazyPrompts(services: Services): CraftPrompts {
  const prompts = async () => (await keyDialogs(services)).panelPrompts(services);
  return {
    importKey: async (purpose) => (await prompts()).importKey(purpose),
    importFile: async (purpose, file) => (await prompts()).importFile(purpose, file),
    generateKey: async (purpose) => (await prompts()).generateKey(purpose),
    profileName: async (provider, environment) => (await prompts()).profileName(provider, environment),
  };
}
