import { tokenTarget } from "../editor/replaceToken.ts";
import { showPanel } from "../panel/panel.ts";
import type { Command } from "./command.ts";

/** Opens the token panel, or reveals it; from a lens with the token of its request. */
export const openPanel: Command = {
  call: async (services) => showPanel(services),
  ask: async (services, place) => showPanel(services, place && (await tokenTarget(place)).token.compact),
};
