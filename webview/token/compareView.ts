import { type ExactJson, type ExactObject, exactText } from "../../src/core/exactJson.ts";
import { compareMembers, type ComparedMember } from "../../src/core/token/read/compare.ts";
import { decode, exactParts, type ExactParts } from "../../src/core/token/read/decode.ts";
import { pastedToken } from "../../src/core/token/find/pastedToken.ts";
import { visible } from "../../src/core/visible.ts";
import { element } from "../element.ts";
import { button } from "../toolkit.ts";
import { layOutJson, shorten } from "./jsonTokens.ts";

const MAX_VALUE = 2000;

export interface CompareView {
  readonly node: HTMLElement;
  /** Opens the field for the other token. */
  open(): void;
  /** The token on the left side; it closes where there is none. */
  update(compact: string | undefined): void;
}

/** Another token beside the one that is shown. It stays in the page. */
export function compareView(): CompareView {
  const attributes = { id: "compare", rows: "3", spellcheck: "false", autocomplete: "off" };
  const field = element("textarea", { ...attributes, "aria-describedby": "compare-fault" });
  const fault = element("p", { id: "compare-fault", class: "message failure", "aria-live": "polite" });
  const result = element("div", { class: "compared" });
  const label = element("label", { for: "compare" }, "Compare with another token");
  const node = element("section", { class: "compare" }, element("h2", {}, label), field, fault, result);
  node.append(button({ label: "Close", onClick: close }));
  node.hidden = true;
  let left: string | undefined;

  function show(): void {
    const text = field.value.trim();
    const outcome = left === undefined || text === "" ? { tables: [], message: "" } : compared(left, text);
    fault.textContent = outcome.message;
    result.replaceChildren(...outcome.tables);
  }

  function close(): void {
    node.hidden = true;
    field.value = "";
    show();
  }

  field.addEventListener("input", show);
  return {
    node,
    open() {
      node.hidden = false;
      field.focus();
    },
    update(compact) {
      left = compact;
      if (compact === undefined) close();
      else show();
    },
  };
}

function compared(left: string, text: string): { readonly tables: readonly Node[]; readonly message: string } {
  try {
    return { tables: tables(exactParts(decode(left)), exactParts(decode(pastedToken(text)))), message: "" };
  } catch (error) {
    return { tables: [], message: error instanceof Error ? error.message : "" };
  }
}

const tables = (left: ExactParts, right: ExactParts) => [
  table("JOSE header", left.header, right.header),
  table("Claims", left.claims, right.claims),
];

function table(title: string, left: ExactObject | undefined, right: ExactObject | undefined): HTMLElement {
  const members = compareMembers(left, right);
  const head = ["Member", "This token", "Other token", "Difference"].map((text) =>
    element("th", { scope: "col", role: "columnheader" }, text),
  );
  const differing = members.filter(({ same }) => !same).length;
  // The roles stand here too, for the style sheet lays a narrow table out as blocks.
  return element(
    "table",
    { role: "table" },
    element("caption", {}, `${title}: ${differing === 0 ? "the same" : `${differing} of ${members.length} differ`}`),
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...head)),
    element("tbody", { role: "rowgroup" }, ...members.map(row)),
  );
}

const row = (member: ComparedMember) =>
  element(
    "tr",
    member.same ? { role: "row" } : { class: "differs", role: "row" },
    element("th", { scope: "row", role: "rowheader" }, visible(shorten(member.name, MAX_VALUE))),
    element("td", { role: "cell", "data-label": "This" }, valueText(member.left)),
    element("td", { role: "cell", "data-label": "Other" }, valueText(member.right)),
    element("td", { role: "cell" }, difference(member)),
  );

const valueText = (value: ExactJson | undefined) =>
  value === undefined
    ? ""
    : shorten(
        layOutJson(exactText(value))
          .map(({ text }) => text)
          .join(""),
        MAX_VALUE,
      );

function difference({ left, right, same }: ComparedMember): string {
  if (same) return "";
  if (right === undefined) return "only here";
  return left === undefined ? "only there" : "differs";
}
