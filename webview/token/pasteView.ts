import { element } from "../element.ts";
import { button } from "../toolkit.ts";

export interface PasteView {
  readonly node: HTMLElement;
  readonly text: string;
  /** Replaces the text, without telling that it changed. */
  setText(text: string): void;
  /** Shows why the text is no token; "" where it is one. */
  setFault(message: string): void;
  /** Tells how many tokens there are in the text, where there are several. */
  setCount(count: number): void;
}

/** A field for a token from elsewhere. */
export function pasteView(onInput: (text: string) => void, onChoose: () => void): PasteView {
  const fault = element("p", { id: "paste-fault", class: "message failure", "aria-live": "polite" });
  const field = element("textarea", {
    id: "paste",
    rows: "4",
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
    placeholder: "Paste a token or an Authorization header",
    "aria-describedby": "paste-fault",
  });
  const several = countView(onChoose);
  field.addEventListener("input", () => onInput(field.value));
  return {
    node: element(
      "section",
      {},
      element("h2", {}, element("label", { for: "paste" }, "Inspect a token")),
      field,
      fault,
      several.node,
    ),
    get text() {
      return field.value;
    },
    setText(text) {
      field.value = text;
    },
    setFault(message) {
      // Set only where it differs, or a screen reader would say it again at each key.
      if (fault.textContent !== message) fault.textContent = message;
      field.setAttribute("aria-invalid", String(message !== ""));
    },
    setCount: (tokens) => several.update(tokens),
  };
}

/** Says that a text has several tokens, and offers to choose. */
function countView(onChoose: () => void) {
  const words = element("span", { "aria-live": "polite" });
  const node = element("p", { class: "several" }, words, " ", button({ label: "Choose Token…", onClick: onChoose }));
  node.hidden = true;
  return {
    node,
    update(tokens: number) {
      node.hidden = tokens < 2;
      const text = `There are ${tokens} tokens in this text.`;
      if (words.textContent !== text) words.textContent = text;
    },
  };
}
