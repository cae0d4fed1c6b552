import { type ExactObject, exactText } from "../../src/core/exactJson.ts";
import { element } from "../element.ts";
import { layOutJson } from "../token/jsonTokens.ts";

interface PreviewView {
  readonly node: HTMLElement;
  update(header: ExactObject, claims: ExactObject): void;
}

/** The header and claims that would be signed, while the form is filled in. */
export function previewView(): PreviewView {
  const header = part("header", "Header preview");
  const claims = part("payload", "Claims preview");
  const note = "Nothing is signed before you mint; times and IDs are set then.";
  return {
    node: element(
      "section",
      { class: "preview", "aria-labelledby": "preview-heading" },
      element("h2", { id: "preview-heading" }, "Preview"),
      element("p", { class: "quiet" }, note),
      header,
      claims,
    ),
    update(newHeader, newClaims) {
      show(header, newHeader);
      show(claims, newClaims);
    },
  };
}

const part = (name: string, label: string) =>
  element("pre", { class: `preview-part preview-${name}`, role: "group", "aria-label": label });

function show(node: HTMLElement, value: ExactObject): void {
  const pieces = layOutJson(exactText(value));
  node.replaceChildren(...pieces.map(({ kind, text }) => element("span", { class: `json-${kind}` }, text)));
}
