import * as vscode from "vscode";
import { askAndMint } from "../../services/profiles/confirmProfile.ts";
import type { Minted } from "../../services/minting.ts";
import { noTokenShown } from "../errors.ts";
import { orLeft } from "../orLeft.ts";
import { askAndDecrypt } from "../../dialogs/tokens/askAndDecrypt.ts";
import { askAndInsert } from "../../dialogs/tokens/askAndInsert.ts";
import { askAndVerify } from "../../dialogs/tokens/askVerification.ts";
import { askWhichToken } from "../../dialogs/tokens/askWhichToken.ts";
import { pastedTokens } from "../../core/token/find/pastedToken.ts";
import { inFront, requestEditor } from "../../editor/targetEditor.ts";
import type { Services } from "../../services/services.ts";
import type { HandlersOf } from "../requests.ts";
import { formValues, mendedValues } from "./formValues.ts";
import type { ShownToken, TokenRequests } from "./protocol.ts";
import { recentEntries, recentOf } from "./recentEntries.ts";
import { copyText, showMinted, showOneOf, showPasted, type Shown } from "./shownToken.ts";

/** What the token side shows, kept here so that it outlives the page, which is unloaded while it is hidden. Memory only. */
export class TokenContent {
  readonly #services: Services;
  #pasted = "";
  #shown: Shown | undefined;

  constructor(services: Services) {
    this.#services = services;
    this.#shown = this.#minted;
  }

  /** Shows a token that was minted, in place of anything pasted. */
  showMinted(minted: Minted): Shown {
    this.#pasted = "";
    this.#shown = showMinted(minted);
    return this.#shown;
  }

  /** Shows a token from elsewhere, as if it had been pasted. Throws what `decode` throws. */
  async showPasted(text: string): Promise<Shown | undefined> {
    this.#pasted = text;
    this.#shown = undefined;
    const known = await this.#services.profiles.known();
    const shown = text.trim() === "" ? this.#minted : showPasted(text, known);
    // Meanwhile another may be shown.
    if (this.#pasted === text) this.#shown = shown;
    return shown;
  }

  readonly handlers: HandlersOf<TokenRequests> = {
    loadToken: async () => ({
      pasted: this.#pasted,
      shown: this.#shown?.token ?? null,
      recent: recentEntries(this.#services.recentToken),
    }),
    inspect: async ({ text }) => (await this.showPasted(text))?.token ?? null,
    choose: async () => orLeft(this.#choose()),
    judge: async ({ compact }) => {
      const { signature, key, findings } = await this.#services.inspecting.inspect(compact, { thorough: true });
      return { signature, ...(key !== undefined && { key }), findings };
    },
    edit: async ({ compact }) => formValues(compact, await this.#services.profiles.known()),
    mend: async ({ compact, ...fix }) => mendedValues(compact, await this.#services.profiles.known(), fix),
    verify: async ({ compact }) => orLeft(askAndVerify(this.#services, compact)),
    decrypt: async ({ compact }) => orLeft(askAndDecrypt(this.#services, compact)),
    copy: async ({ as }) => {
      await vscode.env.clipboard.writeText(copyText(as, this.#current()));
      return null;
    },
    insert: async () => orLeft(this.#insert()),
    showRecent: async ({ id }) => this.showMinted(recentOf(this.#services.recentToken, id)).token,
    mintAgain: async ({ id }) => {
      const { minting, recentToken } = this.#services;
      const { profile, order } = recentOf(recentToken, id);
      const work = profile === undefined ? minting.mintOrder(order) : askAndMint(this.#services, profile);
      const minted = await orLeft(work);
      if (minted !== null) recentToken.set(minted);
      return null;
    },
  };

  async #choose(): Promise<ShownToken | null> {
    const text = this.#pasted;
    const tokens = pastedTokens(text);
    const compact = await askWhichToken(tokens, { title: "Choose Token" });
    if (compact === undefined || this.#pasted !== text) return null;
    this.#shown = showOneOf(compact, await this.#services.profiles.known(), tokens.length);
    return this.#shown.token;
  }

  async #insert(): Promise<number> {
    return askAndInsert(this.#services, this.#current().inHand, await inFront(requestEditor(this.#services)));
  }

  get #minted(): Shown | undefined {
    const minted = this.#services.recentToken.current;
    return minted === undefined ? undefined : showMinted(minted);
  }

  #current(): Shown {
    if (this.#shown === undefined) throw noTokenShown();
    return this.#shown;
  }
}
