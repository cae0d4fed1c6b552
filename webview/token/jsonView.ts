import { base64url } from "jose";
import { element } from "../element.ts";
import { layOutJson } from "./jsonTokens.ts";

/** A part of a compact token that holds JSON, laid out over lines. `label` names it to screen readers. */
export function jsonView(part: string, label: string): HTMLElement {
  const json = new TextDecoder().decode(base64url.decode(part));
  const pieces = layOutJson(json).map(({ kind, text }) => element("span", { class: `json-${kind}` }, text));
  return element("pre", { class: "json", role: "region", "aria-label": label, tabindex: "0" }, ...pieces);
}
