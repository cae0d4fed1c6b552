import { showPanel } from "../../panel/panel.ts";
import type { Command } from "../command.ts";

/** Opens the token panel, or reveals it. */
export const openPanel: Command = {
  ask: async (services) => showPanel(services),
};
