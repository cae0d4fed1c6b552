import { askAndMint } from "../../services/profiles/confirmProfile.ts";
import type { Services } from "../../services/services.ts";
import { type Command, requiredToken } from "../command.ts";
import { showPanel } from "../../panel/panel.ts";
import { askToken } from "../../dialogs/tokens/askToken.ts";

/** `{ token }` → its Inspection. A person sees the token in the panel. */
export const inspectToken: Command = {
  call: async ({ inspecting }, argument) => inspecting.inspect(requiredToken(argument, "token"), { thorough: true }),
  async ask(services, { place, profile }): Promise<void> {
    const compact = profile === undefined ? await askToken("Inspect Token", place) : await tokenOf(services, profile);
    await showPanel(services, compact);
  },
};

/** The last token of a profile, or its first. */
async function tokenOf(services: Services, profile: string): Promise<string> {
  const last = services.recentToken.of(profile);
  if (last !== undefined) return last.compact;
  const minted = await askAndMint(services, profile);
  services.recentToken.set(minted);
  return minted.compact;
}
