import { positionOf } from "../../src/core/keys/read/inputText.ts";
import { jsonFault } from "../../src/core/jsonFault.ts";
import type { Input } from "../../src/core/providers/provider.ts";
import { element } from "../element.ts";
import { textArea, withControl, type TextControl } from "../toolkit.ts";

const LEAST_ROWS = 3;
const MOST_ROWS = 16;
/** Lines with a number: more would slow typing down. */
const MOST_LINES = 2000;

interface JsonEditor {
  readonly node: HTMLElement;
  readonly field: TextControl;
  /** Brings the line numbers up to date with the text. */
  update(): void;
}

/** A field for JSON with line numbers; the line with a fault is marked. */
export function jsonEditor({ label, required = false }: Pick<Input, "label" | "required">): JsonEditor {
  const field = textArea({ label, required });
  const gutter = element("div", { class: "gutter", "aria-hidden": "true" });
  const node = element("div", { class: "json-editor" }, gutter, field);
  withControl(field, (control) => {
    control.setAttribute("wrap", "off");
    control.addEventListener("scroll", () => (gutter.scrollTop = control.scrollTop));
    // The user may make the field higher.
    new ResizeObserver(() => {
      gutter.style.top = `${control.getBoundingClientRect().top - node.getBoundingClientRect().top + 1}px`;
      gutter.style.height = `${control.clientHeight}px`;
    }).observe(control);
  });
  return {
    node,
    field,
    update() {
      const lines = field.value.split("\n").length;
      const wrong = faultLine(field.value);
      field.rows = Math.min(Math.max(lines, LEAST_ROWS), MOST_ROWS);
      const numbers = Array.from({ length: Math.min(lines, MOST_LINES) }, (_, index) => index + 1);
      gutter.replaceChildren(
        ...numbers.map((line) => element("div", line === wrong ? { class: "wrong" } : {}, String(line))),
      );
    },
  };
}

function faultLine(text: string): number | undefined {
  const fault = text.trim() === "" ? undefined : jsonFault(text);
  return fault === undefined ? undefined : positionOf(text, fault.offset).line;
}
