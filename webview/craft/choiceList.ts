import { element } from "../element.ts";
import { option } from "../toolkit.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** More about it, behind the label. */
  readonly detail?: string;
  /** Whether it does something instead of being chosen, such as "Import…". */
  readonly action?: boolean;
}

const comboBoxRole = {
  role: "combobox",
  "aria-autocomplete": "list",
  "aria-haspopup": "listbox",
  "aria-expanded": "false",
};

/** The list under a field. The focus stays in the field, which tells the active choice (`aria-activedescendant`). */
export class ChoiceList {
  readonly node: HTMLElement;
  readonly #choose: (choice: Choice) => void;
  #rows: readonly { readonly choice: Choice; readonly node: ReturnType<typeof option> }[] = [];
  #index = -1;
  #control: HTMLElement | undefined;

  constructor(label: string, choose: (choice: Choice) => void) {
    this.node = element("div", { class: "choices", role: "listbox", "aria-label": label });
    this.node.hidden = true;
    // The field would lose the focus, and with it the list would close before the click.
    this.node.addEventListener("mousedown", (event) => event.preventDefault());
    this.#choose = choose;
  }

  get isOpen(): boolean {
    return !this.node.hidden;
  }

  /** The choice that Enter takes. */
  get active(): Choice | undefined {
    return this.isOpen ? this.#rows[this.#index]?.choice : undefined;
  }

  /** Opens the list, or shows other choices in it. `active`: the place of the one that Enter takes; -1: none. */
  show(choices: readonly Choice[], active: number): void {
    this.#rows = choices.map((choice) => ({ choice, node: this.#rowFor(choice) }));
    this.node.replaceChildren(...this.#rows.map(({ node }) => node));
    this.#setOpen(choices.length > 0);
    this.#activate(active);
  }

  close(): void {
    this.#setOpen(false);
    this.#activate(-1);
  }

  move(step: 1 | -1): void {
    const from = Math.max(this.#index, step === 1 ? -1 : 0);
    this.#activate((from + step + this.#rows.length) % this.#rows.length);
  }

  /** Ties the list to the input that it belongs to, for screen readers. */
  attach(control: HTMLElement): void {
    this.#control = control;
    for (const [name, value] of Object.entries(comboBoxRole)) control.setAttribute(name, value);
  }

  #activate(index: number): void {
    this.#index = index;
    for (const [at, { node }] of this.#rows.entries()) node.selected = at === index;
    const row = this.#rows[index]?.node;
    row?.scrollIntoView({ block: "nearest" });
    if (this.#control !== undefined) this.#control.ariaActiveDescendantElement = row ?? null;
  }

  #setOpen(open: boolean): void {
    this.node.hidden = !open;
    if (this.#control === undefined) return;
    this.#control.setAttribute("aria-expanded", String(open));
    this.#control.ariaControlsElements = open ? [this.node] : null;
  }

  #rowFor(choice: Choice): ReturnType<typeof option> {
    const detail = choice.detail === undefined ? [] : [element("span", { class: "choice-detail" }, choice.detail)];
    const node = option(choice.label, ...detail);
    node.classList.toggle("choice-action", choice.action === true);
    node.addEventListener("click", () => this.#choose(choice));
    return node;
  }
}
