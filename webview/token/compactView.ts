import { signedPart } from "../../src/core/token/read/decode.ts";
import { element } from "../element.ts";
import { shorten, type Span } from "./jsonTokens.ts";

const partNames = {
  JWS: ["header", "payload", "signature"],
  JWE: ["header", "key", "iv", "ciphertext", "tag"],
} as const;

export type CompactKind = keyof typeof partNames;

/**
 * The compact form, which `label` names, each of its parts in the colour that its decoded form has too. `linked`: for each part the name
 * that `linkParts` knows it by, and the stretches that its members stand for.
 */
export function compactView(
  compact: string,
  { kind, label }: { readonly kind: CompactKind; readonly label: string },
  linked: readonly { readonly link: string; readonly encoded: readonly Span[] }[],
): HTMLElement {
  const signed = signedPart(compact);
  const parts = signed.split(".").map((part, index) => {
    const { link = "", encoded = [] } = linked[index] ?? {};
    const attributes = { class: `part-${partNames[kind][index] ?? "signature"}`, "data-link": link };
    const node = element("span", attributes, ...pieces(part, link, encoded));
    return element("span", {}, index === 0 ? "" : ".", node);
  });
  // The disclosures of an SD-JWT, which nobody signed as such.
  const behind = element("span", {}, shorten(compact.slice(signed.length)));
  return element("div", { class: "compact", role: "region", "aria-label": label, tabindex: "0" }, ...parts, behind);
}

function pieces(part: string, link: string, encoded: readonly Span[]): readonly (Node | string)[] {
  const shown = shorten(part);
  // What is left out in the middle has no place to point at.
  if (shown !== part) return [shown];
  let at = 0;
  const nodes = encoded.flatMap(({ start, end }, index) => {
    const before = part.slice(at, start);
    at = end;
    return [before, element("span", { "data-link": `${link}.${index}` }, part.slice(start, end))];
  });
  return [...nodes, part.slice(at)];
}
