import type { Disclosure } from "../../src/core/token/read/disclosures.ts";
import { visible } from "../../src/core/visible.ts";
import { element } from "../element.ts";
import { layOutJson, shorten } from "./jsonTokens.ts";

const MAX_VALUE = 2000;

/** What an SD-JWT discloses. Nothing where it discloses nothing. */
export function disclosuresView(disclosures: readonly (Disclosure | undefined)[]): readonly Node[] {
  if (disclosures.length === 0) return [];
  const rows = disclosures.flatMap((disclosure) => [
    element("dt", {}, nameOf(disclosure)),
    element("dd", {}, element("code", {}, valueOf(disclosure))),
  ]);
  const note = element("p", { class: "quiet" }, "Whether the signature covers them has not been checked.");
  return [
    element(
      "div",
      { class: "part" },
      element("h3", {}, "Disclosures"),
      element("dl", { class: "claims" }, ...rows),
      note,
    ),
  ];
}

function nameOf(disclosure: Disclosure | undefined): HTMLElement | string {
  if (disclosure === undefined) return "unreadable";
  const { name } = disclosure;
  return name === undefined ? "list element" : element("code", {}, visible(shorten(name, MAX_VALUE)));
}

function valueOf(disclosure: Disclosure | undefined): string {
  if (disclosure === undefined) return "This is no disclosure, the token may have been cut off.";
  const json = layOutJson(JSON.stringify(disclosure.value));
  return shorten(json.map(({ text }) => text).join(""), MAX_VALUE);
}
