import type * as vscode from "vscode";
import type { HandlersOf } from "../requests.ts";
import type { TokenEvent, TokenRequests } from "./protocol.ts";
import { recentEntries } from "./recentEntries.ts";
import type { Services } from "../../services/services.ts";
import { TokenContent } from "./tokenContent.ts";

/** The host's half of the token side. */
export interface TokenHost {
  readonly handlers: HandlersOf<TokenRequests>;
  readonly listening: vscode.Disposable;
  /** Shows a token from elsewhere, as if it had been pasted. Throws what `decode` throws. */
  readonly inspect: (compact: string) => Promise<void>;
}

export function tokenHost(services: Services, tell: (event: TokenEvent) => void): TokenHost {
  const { recentToken } = services;
  const content = new TokenContent(services);
  return {
    handlers: content.handlers,
    listening: recentToken.onDidChange((minted) =>
      tell({ event: "minted", token: content.showMinted(minted).token, recent: recentEntries(recentToken) }),
    ),
    async inspect(compact) {
      await content.showPasted(compact);
      tell({ event: "pasted", text: compact });
    },
  };
}
