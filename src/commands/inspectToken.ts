import { requiredText, type Command } from "./command.ts";
import { showInPanel } from "./openPanel.ts";
import { askToken } from "./prompts/askToken.ts";

/** `{ token }` → its Inspection. A person sees the token in the panel. */
export const inspectToken: Command = {
  call: async ({ inspecting }, argument) => inspecting.inspect(requiredText(argument, "token")),
  ask: async (services, { place }) => showInPanel(services, await askToken("Inspect Token", place)),
};
