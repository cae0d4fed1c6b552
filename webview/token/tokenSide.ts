import type { Finding } from "../../src/core/token/inspect/finding.ts";
import type { FormValues, ShownToken } from "../../src/panel/token/protocol.ts";
import { element } from "../element.ts";
import { ask, onHostEvent } from "../host.ts";
import { messageView } from "../messageView.ts";
import { compareView } from "./compareView.ts";
import { dropTarget } from "./dropTarget.ts";
import { pasteView } from "./pasteView.ts";
import { recentView } from "./recentView.ts";
import { tokenActions } from "./tokenActions.ts";
import { TokenView } from "./tokenView.ts";

/** The side that shows the token that was just minted, or any that is pasted. */
export class TokenSide {
  readonly node: HTMLElement;
  #compact: string | undefined;
  readonly #fill: (values: FormValues) => void;
  readonly #message = messageView();
  readonly #paste = pasteView(
    (text) => void this.#inspect(text),
    () => void ask("choose", {}).then((token) => token && this.#show(token), this.#message.fail),
  );
  readonly #compare = compareView();
  readonly #view = new TokenView({
    actions: tokenActions(this.#message, {
      shown: () => this.#compact,
      fill: (values) => this.#fill(values),
      compare: () => this.#compare.open(),
      checked: (check) => this.#view.check(check),
      opened: (opened) => this.#view.open(opened),
    }),
    fix: (finding) => void this.#mend(finding),
    stateChanged: () => void this.#judge(),
  });
  readonly #recent = recentView({
    show: (id) => void ask("showRecent", { id }).then((token) => this.#showMinted(token), this.#message.fail),
    mintAgain: (id) => void ask("mintAgain", { id }).catch(this.#message.fail),
  });

  /** `fill` puts values into the form. */
  constructor(fill: (values: FormValues) => void) {
    this.#fill = fill;
    const parts = [this.#paste, this.#view, this.#compare, this.#recent].map(({ node }) => node);
    this.node = element("div", { class: "token-side" }, ...parts);
    dropTarget(this.node, {
      take: (text) => this.#setPasted(text),
      refuse: (message) => this.#paste.setFault(message),
    });
    onHostEvent("pasted", ({ text }) => {
      this.#paste.setText(text);
      void this.#inspect(text).then(() => this.#view.reveal());
    });
    onHostEvent("minted", ({ token, recent }) => {
      this.#recent.update(recent);
      this.#showMinted(token);
    });
    onHostEvent("clockJumped", () => void this.#judge());
    setInterval(() => {
      this.#view.tick(Date.now() / 1000);
      this.#recent.tick(Date.now() / 1000);
    }, 1000);
    this.#load().catch(this.#message.fail);
  }

  async #load(): Promise<void> {
    const { pasted, shown, recent } = await ask("loadToken", {});
    this.#recent.update(recent);
    // Whoever pasted or minted before the reply keeps that.
    if (this.#paste.text !== "" || this.#compact !== undefined) return;
    this.#paste.setText(pasted);
    if (pasted === "") this.#show(shown);
    else await this.#inspect(pasted);
    if (this.#compact !== undefined) this.#view.reveal();
  }

  #show(token: ShownToken | null): void {
    this.#compact = token?.compact;
    this.#paste.setCount(token?.amongOthers ?? 0);
    this.#message.clear();
    this.#view.update(token);
    this.#compare.update(this.#compact);
    void this.#judge();
  }

  #showMinted(token: ShownToken): void {
    this.#paste.setText("");
    this.#paste.setFault("");
    this.#show(token);
    this.#view.reveal();
  }

  #setPasted(text: string): void {
    this.#paste.setText(text);
    void this.#inspect(text);
  }

  async #inspect(text: string): Promise<void> {
    const outcome = await ask("inspect", { text }).then(
      (token) => ({ token, fault: "" }),
      (error: unknown) => ({ token: null, fault: error instanceof Error ? error.message : "" }),
    );
    // More was typed meanwhile; its own reply follows.
    if (text !== this.#paste.text) return;
    this.#paste.setFault(outcome.fault);
    this.#show(outcome.token);
  }

  async #judge(): Promise<void> {
    const compact = this.#compact;
    if (compact === undefined) return;
    const judgement = await ask("judge", { compact }).catch(this.#message.fail);
    // Another token may be shown by now; its own judgement follows.
    if (judgement !== undefined && compact === this.#compact) this.#view.judge(judgement);
  }

  /** Loads the token into the form, with the value that the finding asks for. */
  async #mend({ fix }: Finding): Promise<void> {
    if (this.#compact === undefined || fix === undefined) return;
    const { input, value = "" } = fix;
    await ask("mend", { compact: this.#compact, input, value }).then(this.#fill, this.#message.fail);
  }
}
