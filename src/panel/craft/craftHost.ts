import * as vscode from "vscode";
import { mintAsking } from "../../services/confirmProfile.ts";
import type { Services } from "../../services/services.ts";
import { orLeft } from "../orLeft.ts";
import type { HandlersOf } from "../requests.ts";
import type { CraftEvent, CraftRequests } from "./protocol.ts";

/** The host's half of the craft side. */
export interface CraftHost {
  readonly handlers: HandlersOf<CraftRequests>;
  readonly listening: vscode.Disposable;
}

export function craftHost(
  services: Pick<Services, "minting" | "profiles" | "recentToken">,
  tell: (event: CraftEvent) => void,
): CraftHost {
  const { profiles, recentToken } = services;
  const profileNames = () => profiles.list().map(({ name }) => name);
  return {
    handlers: {
      loadCraft: async () => ({ profiles: profileNames(), recent: recentToken.current?.profile ?? null }),
      mint: async ({ profile }) => {
        const minted = await orLeft(mintAsking(services, profile));
        if (minted !== null) recentToken.set(minted);
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
