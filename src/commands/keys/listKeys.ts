import type { Services } from "../../services/services.ts";
import type { Command } from "../command.ts";

const list = async ({ keys }: Services) => keys.list();

/** Not in the palette: other extensions and tests ask which keys there are. */
export const listKeys: Command = { call: list, ask: list };
