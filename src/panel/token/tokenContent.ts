import * as vscode from "vscode";
import type { Minted } from "../../services/minting.ts";
import { noTokenShown } from "../errors.ts";
import type { PanelServices } from "../panelServices.ts";
import type { HandlersOf } from "../requests.ts";
import type { TokenRequests } from "./protocol.ts";
import { showMinted, showPasted, type Shown } from "./shownToken.ts";

export type TokenServices = Pick<PanelServices, "profiles" | "recentToken" | "insertAsking">;

/** What the token side shows, kept here so that it outlives the page, which is unloaded while it is hidden. Memory only. */
export class TokenContent {
  readonly #services: TokenServices;
  #pasted = "";
  #shown: Shown | undefined;

  constructor(services: TokenServices) {
    this.#services = services;
    this.#shown = this.#minted;
  }

  /** Shows a token that was just minted, in place of anything pasted. */
  showMinted(minted: Minted): Shown {
    this.#pasted = "";
    this.#shown = showMinted(minted);
    return this.#shown;
  }

  /** Shows a token from elsewhere, as if it had been pasted. Throws what `decode` throws. */
  showPasted(text: string): Shown | undefined {
    this.#pasted = text;
    this.#shown = undefined;
    this.#shown = text.trim() === "" ? this.#minted : showPasted(text, this.#services.profiles.list());
    return this.#shown;
  }

  readonly handlers: HandlersOf<TokenRequests> = {
    loadToken: async () => ({ pasted: this.#pasted, minted: this.#minted?.token ?? null }),
    inspect: async ({ text }) => this.showPasted(text)?.token ?? null,
    copy: async () => {
      await vscode.env.clipboard.writeText(this.#current().token.compact);
      return null;
    },
    insert: async () => {
      try {
        return await this.#services.insertAsking(this.#current().inHand);
      } catch (error) {
        if (error instanceof vscode.CancellationError) return null;
        throw error;
      }
    },
  };

  get #minted(): Shown | undefined {
    const minted = this.#services.recentToken.current;
    return minted === undefined ? undefined : showMinted(minted);
  }

  #current(): Shown {
    if (this.#shown === undefined) throw noTokenShown();
    return this.#shown;
  }
}
