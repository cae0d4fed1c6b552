import { showPanel } from "../../panel/panel.ts";
import type { Command } from "../command.ts";

/** Opens the token panel, or reveals it. */
export const openPanel: Command = {
  call: async (services) => showPanel(services),
  ask: async (services) => showPanel(services),
};
