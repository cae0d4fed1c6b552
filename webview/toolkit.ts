/** The only file that knows the toolkit: its elements, registered and built. */
import {
  type Checkbox,
  type Option,
  provideVSCodeDesignSystem,
  type TextArea,
  type TextField,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeLink,
  vsCodeOption,
  vsCodeTextArea,
  vsCodeTextField,
} from "@vscode/webview-ui-toolkit";
import { element } from "./element.ts";

provideVSCodeDesignSystem().register(
  vsCodeButton(),
  vsCodeCheckbox(),
  vsCodeLink(),
  vsCodeOption(),
  vsCodeTextArea(),
  vsCodeTextField(),
);

declare global {
  interface HTMLElementTagNameMap {
    "vscode-checkbox": Checkbox;
    "vscode-option": Option;
    "vscode-text-area": TextArea;
    "vscode-text-field": TextField;
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

/** A field that text is typed into. */
export type TextControl = TextField | TextArea;

interface TextOptions {
  readonly label: string;
  readonly required?: boolean;
  readonly placeholder?: string | undefined;
}

const textAttributes = ({ required = false, placeholder }: TextOptions) => ({
  spellcheck: "false",
  ...(required ? { required: "" } : {}),
  ...(placeholder === undefined ? {} : { placeholder }),
});

/** A line of text under its label. */
export const textField = (options: TextOptions): TextField =>
  element("vscode-text-field", textAttributes(options), options.label);

/** Several lines of text under their label. */
export const textArea = (options: TextOptions): TextArea =>
  element("vscode-text-area", { ...textAttributes(options), resize: "vertical" }, options.label);

export function checkbox(label: string, onChange: (checked: boolean) => void): Checkbox {
  const node = element("vscode-checkbox", {}, label);
  node.addEventListener("change", () => onChange(node.checked));
  return node;
}

export const option = (...content: readonly (Node | string)[]): Option => element("vscode-option", {}, ...content);

/** A link to a page on the web, which VS Code opens in the browser. */
export const link = (label: string, href: string): HTMLElement => element("vscode-link", { href }, label);

type Control = HTMLInputElement | HTMLTextAreaElement;

/**
 * The input inside a field, which is there once the field is in the page: it is used when the script at work is done.
 * Only the input itself tells screen readers what they need to know.
 */
export function withControl(field: TextControl, use: (control: Control) => void): void {
  queueMicrotask(() => {
    if (field.isConnected) use(field.control);
  });
}
