import { element } from "../element.ts";
import type { MessageView } from "../messageView.ts";
import { button, picker } from "../toolkit.ts";

interface MintActions {
  readonly mint: () => void;
  readonly choose: (profile: string) => void;
  readonly setUp: () => void;
}

export interface MintView {
  readonly node: HTMLElement;
  update(profiles: readonly string[], selected: string): void;
}

const shortcut = navigator.userAgent.includes("Mac") ? "⌘Enter" : "Ctrl+Enter";

/** The profile picker with its button; without a profile, the way to the first one. */
export function mintView(actions: MintActions, { node: message }: MessageView): MintView {
  const controls = element("div", { class: "mint-controls" });
  const node = element("section", { "aria-labelledby": "mint-heading" });
  node.append(element("h2", { id: "mint-heading" }, "Mint"), controls, message);
  return {
    node,
    update(profiles, selected) {
      const focused = controls.contains(document.activeElement);
      controls.replaceChildren(...(profiles.length === 0 ? firstRun(actions) : choice(actions, profiles, selected)));
      // What had the focus was replaced; without this a keyboard user would be back at the top of the page.
      const [first] = controls.querySelectorAll<HTMLElement>("vscode-dropdown, vscode-button");
      if (focused) first?.focus();
    },
  };
}

const firstRun = ({ setUp }: MintActions) => [
  element("p", {}, "A profile keeps what a provider needs for a token; there is none yet."),
  button({ label: "Set up a profile…", primary: true, onClick: setUp }),
];

const choice = ({ mint, choose }: MintActions, profiles: readonly string[], selected: string) => [
  picker({ label: "Profile", choices: profiles, selected, onChange: choose }),
  button({ label: "Mint", primary: true, title: `Mint a token (${shortcut})`, onClick: mint }),
];
