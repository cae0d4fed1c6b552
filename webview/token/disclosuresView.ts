import { exactText } from "../../src/core/exactJson.ts";
import { appendedTo, type Disclosure, disclosuresOf, mostDisclosures } from "../../src/core/token/read/sdJwt.ts";
import { visible } from "../../src/core/visible.ts";
import { element } from "../element.ts";
import { layOutJson, shorten } from "./jsonTokens.ts";

const MAX_VALUE = 2000;

/** What an SD-JWT discloses. Nothing where it discloses nothing. */
export function disclosuresView(compact: string): readonly Node[] {
  const disclosures = disclosuresOf(compact);
  if (disclosures.length === 0) return [];
  const rows = disclosures.flatMap((disclosure) => [
    element("dt", {}, nameOf(disclosure)),
    element("dd", {}, element("code", {}, valueOf(disclosure))),
  ]);
  const isCut = (appendedTo(compact)?.disclosures.length ?? 0) > mostDisclosures;
  const shown = isCut ? `Only the first ${mostDisclosures} are shown. ` : "";
  const note = element("p", { class: "quiet" }, `${shown}Whether the signature covers them has not been checked.`);
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
  if (disclosure === undefined) return "This is not a disclosure. The token may have been cut off.";
  const json = layOutJson(exactText(disclosure.value));
  return shorten(json.map(({ text }) => text).join(""), MAX_VALUE);
}
