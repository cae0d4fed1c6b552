import { element } from "../element.ts";
import { ask, onHostEvent } from "../host.ts";
import { messageView } from "../messageView.ts";
import { pasteView } from "./pasteView.ts";
import { tokenActions } from "./tokenActions.ts";
import { tokenView } from "./tokenView.ts";

/** The side that shows the token that was just minted, or any that is pasted. */
export function tokenSide(): HTMLElement {
  const message = messageView();
  const paste = pasteView((text) => void inspect(text));
  const view = tokenView(tokenActions(message), message);

  async function inspect(text: string): Promise<void> {
    const outcome = await ask("inspect", { text }).then(
      (token) => ({ token, fault: "" }),
      (error: unknown) => ({ token: null, fault: error instanceof Error ? error.message : "" }),
    );
    // More was typed meanwhile; its own reply follows.
    if (text !== paste.text) return;
    paste.setFault(outcome.fault);
    message.clear();
    view.update(outcome.token);
  }

  async function load(): Promise<void> {
    const { pasted, minted } = await ask("loadToken", {});
    view.update(minted);
    paste.setText(pasted);
    if (pasted !== "") await inspect(pasted);
  }

  onHostEvent("pasted", ({ text }) => {
    paste.setText(text);
    void inspect(text);
  });
  onHostEvent("minted", ({ token }) => {
    paste.setText("");
    paste.setFault("");
    message.clear();
    view.update(token);
  });
  setInterval(() => view.tick(Date.now() / 1000), 1000);
  load().catch(message.fail);
  return element("div", { class: "token-side" }, paste.node, view.node);
}
