import * as vscode from "vscode";
import type { Services } from "../../services/services.ts";
import type { HandlersOf } from "../requests.ts";
import type { CraftEvent, CraftRequests } from "./protocol.ts";

/** The host's half of the craft side. */
export interface CraftHost {
  readonly handlers: HandlersOf<CraftRequests>;
  readonly listening: vscode.Disposable;
}

export function craftHost(
  { minting, profiles, recentToken }: Pick<Services, "minting" | "profiles" | "recentToken">,
  tell: (event: CraftEvent) => void,
): CraftHost {
  const profileNames = () => profiles.list().map(({ name }) => name);
  return {
    handlers: {
      loadCraft: async () => ({ profiles: profileNames(), recent: recentToken.current?.profile ?? null }),
      mint: async ({ profile }) => {
        recentToken.set(await minting.mintProfile(profile));
        return null;
      },
      setUpProfile: async () => {
        await vscode.commands.executeCommand("jwtMint.saveProfile");
        return null;
      },
    },
    listening: profiles.onDidChange(() => tell({ event: "profiles", profiles: profileNames() })),
  };
}
