import type { JsonObject } from "../../src/core/json.ts";
import { describeState, stateAt, type TokenState } from "../../src/core/jwt/state.ts";
import { element } from "../element.ts";
import type { TickingView } from "./timesView.ts";

// Never a tick: these judge the time alone, and a tick is for a verified signature.
const icons: { readonly [State in TokenState]: string } = {
  current: "●",
  "no-exp": "○",
  "not-yet-valid": "◔",
  expired: "✕",
};

/** The countdown. Only a change of state is announced to screen readers, not each second. */
export function stateView(claims: JsonObject): TickingView {
  const icon = element("span", { class: "state-icon", "aria-hidden": "true" });
  const words = element("span");
  const shown = element("span", { class: "state", role: "timer" }, icon, " ", words);
  const announced = element("span", { class: "only-read", "aria-live": "polite" });
  let last: TokenState | undefined;
  return {
    node: element("span", {}, shown, announced),
    tick(now) {
      const state = stateAt(claims, now);
      words.textContent = describeState(claims, now);
      if (state === last) return;
      icon.textContent = icons[state];
      shown.dataset["state"] = state;
      if (last !== undefined) announced.textContent = `The token ${announcements[state]}`;
      last = state;
    },
  };
}

const announcements: { readonly [State in TokenState]: string } = {
  current: "can be used from now on.",
  "no-exp": "can be used from now on.",
  "not-yet-valid": "cannot be used yet.",
  expired: "has expired.",
};
