import type { ExactObject } from "../../src/core/exactJson.ts";
import { claimWords } from "../../src/core/token/words/claimWords.ts";
import { visible } from "../../src/core/visible.ts";
import { element } from "../element.ts";
import { shorten } from "./jsonTokens.ts";
import type { TickingView } from "./tickingView.ts";

const MAX_WORDS = 400;

/** The registered claims in words. */
export function claimsView(claims: ExactObject | undefined): TickingView {
  const node = element("dl", { class: "claims" });
  const told = new Map<string, HTMLElement>();
  return {
    node,
    tick(now) {
      const rows = claimWords(claims, now);
      for (const { claim, label, words } of rows) {
        const dd = told.get(claim) ?? row(node, claim, label);
        told.set(claim, dd);
        const text = visible(shorten(words, MAX_WORDS));
        if (dd.textContent !== text) dd.textContent = text;
      }
      node.hidden = rows.length === 0;
    },
  };
}

function row(list: HTMLElement, claim: string, label: string): HTMLElement {
  const words = element("dd");
  list.append(element("dt", {}, element("code", {}, claim), ` ${label}`), words);
  return words;
}
