import { shown } from "../../src/core/visible.ts";
import { element } from "../element.ts";
import { textField, withControl } from "../toolkit.ts";
import { ChoiceList, type Choice } from "./choiceList.ts";

interface ComboBoxOptions {
  readonly label: string;
  readonly required?: boolean;
  readonly placeholder?: string | undefined;
  /** Whether any text may stand there, and the choices only propose some. */
  readonly free?: boolean;
  readonly onChange: (value: string) => void;
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** A field with a list that typing narrows down, by name (WAI-ARIA: combobox with list autocomplete). */
export class ComboBox {
  readonly field: ReturnType<typeof textField>;
  readonly node: HTMLElement;
  readonly #free: boolean;
  readonly #onChange: (value: string) => void;
  readonly #list: ChoiceList;
  #choices: readonly Choice[] = [];
  #value = "";

  constructor({ label, required = false, placeholder, free = false, onChange }: ComboBoxOptions) {
    this.field = textField({ label, required, placeholder });
    this.field.append(element("span", { slot: "end", class: "chevron", "aria-hidden": "true" }));
    this.#list = new ChoiceList(label, (choice) => this.#choose(choice));
    this.node = element("div", { class: "combo-box" }, this.field, this.#list.node);
    this.#free = free;
    this.#onChange = onChange;
    this.field.addEventListener("input", () => this.#typed());
    this.field.addEventListener("keydown", (event) => this.#pressed(event));
    this.field.addEventListener("focusout", () => this.#settle());
    withControl(this.field, (control) => {
      control.addEventListener("click", () => (this.#list.isOpen ? this.#settle() : this.#open()));
      control.addEventListener("focus", () => control.select());
      this.#list.attach(control);
    });
  }

  /** Shows these choices, and the one that is chosen; what is being typed stays. */
  update(choices: readonly Choice[], value: string): void {
    this.#choices = choices;
    this.#value = value;
    if (!this.#list.isOpen && !(this.#free && this.field.value === value)) this.#showValue();
  }

  #choose(choice: Choice): void {
    this.#list.close();
    if (choice.action !== true) this.#value = choice.value;
    this.#showValue();
    this.#onChange(choice.value);
  }

  #showValue(): void {
    const chosen = this.#choices.find(({ value, action }) => value === this.#value && action !== true);
    this.field.value = chosen?.label ?? (this.#free ? this.#value : shown(this.#value));
  }

  #open(): void {
    this.#list.show(
      this.#choices,
      this.#choices.findIndex(({ value }) => value === this.#value),
    );
  }

  /** What was typed without choosing stays where any text may stand; else the choice comes back. */
  #settle(): void {
    this.#list.close();
    if (!this.#free) this.#showValue();
  }

  #typed(): void {
    const text = this.field.value.trim().toLowerCase();
    const fitting = this.#choices.filter(({ label, action }) => action === true || label.toLowerCase().includes(text));
    this.#list.show(fitting, this.#free ? -1 : 0);
    if (!this.#free) return;
    this.#value = this.field.value;
    this.#onChange(this.#value);
  }

  #pressed(event: KeyboardEvent): void {
    const step = steps[event.key];
    const { isOpen, active } = this.#list;
    if (step !== undefined && isOpen) this.#list.move(step);
    else if (step !== undefined) this.#open();
    else if (event.key === "Enter" && active !== undefined) this.#choose(active);
    else if (event.key === "Escape" && isOpen) this.#settle();
    else {
      // What is typed searches; it does not go on with the name that is chosen.
      if (!isOpen && !this.#free && isCharacter(event)) this.field.control.select();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

const isCharacter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  /^.$/u.test(key) && !ctrlKey && !metaKey && !altKey;
