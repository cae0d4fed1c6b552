import { shown } from "../../src/core/visible.ts";
import type { RecentEntry } from "../../src/panel/token/protocol.ts";
import { element } from "../element.ts";
import { button } from "../toolkit.ts";
import { countdownView } from "./stateView.ts";
import type { TickingView } from "./tickingView.ts";

interface RecentActions {
  readonly show: (id: string) => void;
  readonly mintAgain: (id: string) => void;
}

export interface RecentView {
  readonly node: HTMLElement;
  update(entries: readonly RecentEntry[]): void;
  tick(now: number): void;
}

/** The tokens that were minted in this window, each with its countdown. */
export function recentView(actions: RecentActions): RecentView {
  const list = element("ul", { class: "recent" });
  const node = element("section", { "aria-labelledby": "recent-heading" });
  node.append(element("h2", { id: "recent-heading" }, "Minted in this window"), list);
  node.hidden = true;
  let ticking: readonly TickingView[] = [];
  const tick = (now: number) => ticking.forEach((view) => view.tick(now));
  return {
    node,
    tick,
    update(entries) {
      const focused = focusedIn(list);
      node.hidden = entries.length === 0;
      const rows = entries.map((entry) => row(entry, actions));
      ticking = rows.map(({ countdown }) => countdown);
      list.replaceChildren(...rows.map(({ item }) => item));
      tick(Date.now() / 1000);
      // What had the focus was replaced; without this a keyboard user would be back at the top of the page.
      if (focused !== undefined) list.querySelector<HTMLElement>(focused)?.focus();
    },
  };
}

/** Which kind of button of the list has the focus. */
function focusedIn(list: HTMLElement): string | undefined {
  const { activeElement } = document;
  return list.contains(activeElement) ? activeElement?.tagName.toLowerCase() : undefined;
}

function row({ id, provider, profile, mintedAt, times }: RecentEntry, { show, mintAgain }: RecentActions) {
  const name = shown(profile ?? provider);
  const time = new Date(mintedAt * 1000).toLocaleTimeString();
  const countdown = countdownView(times);
  const link = element("button", { class: "link", type: "button", "aria-label": `Show ${name}, minted ${time}` }, name);
  link.addEventListener("click", () => show(id));
  const again = button({ label: "Mint Again", name: `Mint Again: ${name}`, onClick: () => mintAgain(id) });
  const item = element("li", {}, link, element("span", { class: "quiet" }, time), countdown.node, again);
  return { item, countdown };
}
