import * as vscode from "vscode";
import { insertDelivery } from "../editor/insertion.ts";
import type { Minted } from "../services/minting.ts";
import type { Services } from "../services/services.ts";
import type { Handlers } from "./dispatch.ts";
import { noTokenShown } from "./errors.ts";
import { showMinted, showPasted, type Shown } from "./shownToken.ts";

type PanelServices = Pick<Services, "minting" | "profiles" | "recentToken">;

/** What the panel shows, kept here so that it outlives the page, which is unloaded while it is hidden. Memory only. */
export class PanelContent {
  readonly #services: PanelServices;
  #pasted = "";
  #shown: Shown | undefined;

  constructor(services: PanelServices) {
    this.#services = services;
    this.#shown = this.#minted;
  }

  /** Shows a token that was just minted, in place of anything pasted. */
  showMinted(minted: Minted): Shown {
    this.#pasted = "";
    this.#shown = showMinted(minted);
    return this.#shown;
  }

  /** Shows a token from elsewhere, as if it had been pasted. Throws TOKEN_INVALID. */
  showPasted(text: string): Shown | undefined {
    this.#pasted = text;
    this.#shown = undefined;
    this.#shown = text.trim() === "" ? this.#minted : showPasted(text, this.#services.profiles.list());
    return this.#shown;
  }

  profileNames(): readonly string[] {
    return this.#services.profiles.list().map(({ name }) => name);
  }

  readonly handlers: Handlers = {
    load: async () => ({
      profiles: this.profileNames(),
      pasted: this.#pasted,
      minted: this.#minted?.token ?? null,
    }),
    mint: async ({ profile }) => {
      this.#services.recentToken.set(await this.#services.minting.mintProfile(profile));
      return null;
    },
    inspect: async ({ text }) => this.showPasted(text)?.token ?? null,
    copy: async () => {
      await vscode.env.clipboard.writeText(this.#current().token.compact);
      return null;
    },
    insert: async () => insertDelivery(this.#current().delivery),
    setUpProfile: async () => {
      await vscode.commands.executeCommand("jwtMint.saveProfile");
      return null;
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
