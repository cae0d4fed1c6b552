import type { Command } from "../command.ts";

/** Not in the palette: other extensions and tests ask which keys there are. */
export const listKeys: Command = { call: async ({ keys }) => keys.list() };
