import { element } from "../element.ts";
import { isFolded, layOutJson, type JsonToken, type Span } from "./jsonTokens.ts";

export interface JsonView {
  readonly node: HTMLElement;
  /** Where each linked member stands in the encoded part, in characters; in order, none overlaps another. */
  readonly encoded: readonly Span[];
}

/** More members than this are not linked one by one. */
const MAX_LINKED = 300;

/** JSON text laid out over lines. `label` names it to screen readers, `link` to `linkParts`. */
export function jsonView(json: string, label: string, link: string): JsonView {
  const tokens = layOutJson(json);
  const members = [...new Set(tokens.flatMap(({ member }) => member ?? []))];
  const linked = members.length > MAX_LINKED ? [] : members;
  const node = element("pre", {
    class: "json",
    role: "region",
    "aria-label": label,
    tabindex: "0",
    "data-link": link,
  });
  fill(node, tokens, { linked, link });
  if (isFolded(json)) node.append(unfolding(node, json));
  return { node, encoded: encodedSpans(json, linked) };
}

/** Shows the tokens, those of a linked member together. */
function fill(
  node: HTMLElement,
  tokens: readonly JsonToken[],
  { linked, link }: { readonly linked: readonly Span[]; readonly link: string },
): void {
  let current: Span | undefined;
  let parent: HTMLElement = node;
  for (const token of tokens) {
    const { member } = token;
    if (member !== current) {
      current = member;
      const index = member === undefined ? -1 : linked.indexOf(member);
      parent = index < 0 ? node : element("span", { class: "member", "data-link": `${link}.${index}` });
      if (parent !== node) node.append(parent);
    }
    parent.append(piece(token));
  }
}

/** What shows the rest of a long text. */
function unfolding(node: HTMLElement, json: string): HTMLElement {
  const all = element("button", { class: "link", type: "button" }, "Show all");
  all.addEventListener("click", () => {
    node.replaceChildren(...layOutJson(json, "all").map(piece));
    node.focus();
  });
  return element("span", {}, "\n", all);
}

const piece = ({ kind, text }: JsonToken): Node | string =>
  kind === "plain" ? text : element("span", { class: `json-${kind}` }, text);

/** Which characters of the base64url text hold these members: each stands for six bits (RFC 4648 §5). */
function encodedSpans(json: string, members: readonly Span[]): readonly Span[] {
  const encoder = new TextEncoder();
  let [at, bytes] = [0, 0];
  const bytesTo = (offset: number) => {
    bytes += encoder.encode(json.slice(at, offset)).length;
    at = offset;
    return bytes;
  };
  return members.map(({ start, end }) => {
    const from = Math.floor((bytesTo(start) * 8) / 6);
    return { start: from, end: Math.ceil((bytesTo(end) * 8) / 6) };
  });
}
