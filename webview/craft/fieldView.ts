import { element } from "../element.ts";
import { link, withControl, type TextControl } from "../toolkit.ts";

/** What a field says under its input. */
interface FieldWords {
  readonly help: string;
  /** Where the value is found, in a sentence. */
  readonly where?: string | undefined;
  /** A page that says more about it. */
  readonly documentation?: string | undefined;
}

export interface FieldView {
  readonly node: HTMLElement;
  /** Shows what is wrong; "" where nothing is. */
  setFault(message: string): void;
  /** Shows what is risky though it can be minted; "" where nothing is. */
  setWarning(message: string): void;
  focus(): void;
}

/** A toolkit field with its help, its fault and its warning, which its input names as its description. */
export function fieldView(content: HTMLElement, field: TextControl, words: FieldWords): FieldView {
  const fault = element("p", { class: "message failure field-fault", "aria-live": "polite" });
  const warning = element("p", { class: "message caution field-fault", "aria-live": "polite" });
  const help = element("p", { class: "quiet field-help" }, ...helpOf(words));
  withControl(field, (control) => {
    control.ariaDescribedByElements = [fault, warning, help];
  });
  return {
    node: element("div", { class: "field" }, content, fault, warning, help),
    setFault(message) {
      // Set only where it differs, or a screen reader would say it again at each key.
      if (fault.textContent === message) return;
      fault.textContent = message;
      field.toggleAttribute("data-fault", message !== "");
      field.ariaInvalid = message === "" ? null : "true";
    },
    setWarning(message) {
      if (warning.textContent !== message) warning.textContent = message;
    },
    focus: () => field.focus(),
  };
}

function helpOf({ help, where, documentation }: FieldWords): readonly (Node | string)[] {
  if (where === undefined) return [help];
  if (documentation === undefined) return [`${help} ${where}`];
  return [`${help} ${where} `, link("Where to find it", documentation)];
}
