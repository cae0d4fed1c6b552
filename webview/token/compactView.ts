import { element } from "../element.ts";
import { shorten } from "./jsonTokens.ts";

const partNames = {
  JWS: ["header", "payload", "signature"],
  JWE: ["header", "key", "iv", "ciphertext", "tag"],
} as const;

/** The compact form, each of its parts in the colour that its decoded form has too. */
export function compactView(compact: string, kind: keyof typeof partNames): HTMLElement {
  const parts = compact.split(".").map((part, index) => {
    const dot = index === 0 ? "" : ".";
    const encoded = element("span", { class: `part-${partNames[kind][index] ?? "signature"}` }, shorten(part));
    return element("span", {}, dot, encoded);
  });
  return element("div", { class: "compact", role: "region", "aria-label": "Compact form", tabindex: "0" }, ...parts);
}
