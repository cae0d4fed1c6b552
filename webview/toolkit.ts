/** The only file that knows the toolkit: its elements, registered and built. */
import {
  type Dropdown,
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeDropdown,
  vsCodeOption,
} from "@vscode/webview-ui-toolkit";
import { element } from "./element.ts";

provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDropdown(), vsCodeOption());

declare global {
  interface HTMLElementTagNameMap {
    "vscode-dropdown": Dropdown;
  }
}

interface ButtonOptions {
  readonly label: string;
  readonly primary?: boolean;
  readonly title?: string;
  /** What screen readers say where the label alone does not tell enough. */
  readonly name?: string;
  readonly onClick: () => void;
}

export function button({ label, primary = false, title, name, onClick }: ButtonOptions): HTMLElement {
  const node = element("vscode-button", {
    appearance: primary ? "primary" : "secondary",
    ...(title === undefined ? {} : { title }),
    ...(name === undefined ? {} : { "aria-label": name }),
  });
  node.textContent = label;
  node.addEventListener("click", onClick);
  return node;
}

interface PickerOptions {
  readonly label: string;
  readonly choices: readonly string[];
  readonly selected: string;
  readonly onChange: (choice: string) => void;
}

export function picker({ label, choices, selected, onChange }: PickerOptions): HTMLElement {
  const options = choices.map((choice) => {
    const option = element("vscode-option", choice === selected ? { selected: "" } : {});
    option.textContent = choice;
    return option;
  });
  const node = element("vscode-dropdown", { "aria-label": label }, ...options);
  node.addEventListener("change", () => onChange(choices[node.selectedIndex] ?? selected));
  return node;
}
