import type { JsonObject } from "../../src/core/json.ts";
import { describeState, expiresSoon, stateAt, type TokenState } from "../../src/core/token/words/state.ts";
import { element } from "../element.ts";
import type { TickingView } from "./tickingView.ts";

type ShownState = TokenState | "expires-soon";

// Never a tick: these judge the time alone, and a tick is for a verified signature.
const icons: { readonly [State in ShownState]: string } = {
  current: "●",
  "no-exp": "○",
  "not-yet-valid": "◔",
  "expires-soon": "◕",
  expired: "✕",
};

const shownState = (claims: JsonObject, now: number): ShownState =>
  expiresSoon(claims, now) ? "expires-soon" : stateAt(claims, now);

/** The countdown without announcements, for lists. */
export function countdownView(
  claims: JsonObject,
): TickingView & { readonly node: HTMLElement; readonly state: () => ShownState | undefined } {
  const icon = element("span", { class: "state-icon", "aria-hidden": "true" });
  const words = element("span");
  const node = element("span", { class: "state" }, icon, " ", words);
  let last: ShownState | undefined;
  return {
    node,
    state: () => last,
    tick(now) {
      const state = shownState(claims, now);
      const text = describeState(claims, now);
      if (words.textContent !== text) words.textContent = text;
      if (state === last) return;
      last = state;
      icon.textContent = icons[state];
      node.dataset["state"] = state;
    },
  };
}

/** The countdown. Only a change of state is announced to screen readers, not each second. `changed` is told of it too. */
export function stateView(claims: JsonObject, changed: () => void): TickingView {
  const countdown = countdownView(claims);
  countdown.node.setAttribute("role", "timer");
  const announced = element("span", { class: "only-read", "aria-live": "polite" });
  return {
    node: element("span", {}, countdown.node, announced),
    tick(now) {
      const last = countdown.state();
      countdown.tick(now);
      const state = countdown.state();
      if (last === undefined || state === undefined || state === last) return;
      announced.textContent = `The token ${announcements[state]}`;
      changed();
    },
  };
}

const announcements: { readonly [State in ShownState]: string } = {
  current: "is now valid.",
  "no-exp": "is now valid.",
  "not-yet-valid": "is not valid yet.",
  "expires-soon": "expires in 30 seconds.",
  expired: "has expired.",
};
