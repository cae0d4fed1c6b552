import { exampleOf } from "../../src/core/providers/inputs.ts";
import type { Input, Provider } from "../../src/core/providers/provider.ts";
import { element } from "../element.ts";
import { checkbox, textArea, textField, type TextControl } from "../toolkit.ts";
import type { Choice } from "./choiceList.ts";
import { ComboBox } from "./comboBox.ts";
import { fieldView, type FieldView } from "./fieldView.ts";
import { jsonEditor } from "./jsonEditor.ts";

export interface InputView extends FieldView {
  /** Shows a value, without telling that it changed. */
  setText(text: string): void;
  /** Shows in an empty field what it will be without a value. */
  propose?(text: string | undefined): void;
}

/** An input of a provider as a field of the form. */
export function inputView(provider: Provider, input: Input, onInput: (text: string) => void): InputView {
  switch (input.kind ?? "text") {
    case "flag":
      return flagView(input, onInput);
    case "alg":
      return algView(provider, input, onInput);
    case "json":
      return jsonView(provider, input, onInput);
    case "lines":
      return textView(textArea(input), { provider, input, onInput });
    case "text":
    case "time":
      return textView(textField({ ...input, placeholder: emptyText(input) }), { provider, input, onInput });
  }
}

interface Wiring {
  readonly provider: Provider;
  readonly input: Input;
  readonly onInput: (text: string) => void;
}

function textView(field: TextControl, { provider, input, onInput }: Wiring): InputView {
  field.addEventListener("input", () => onInput(field.value));
  const view = fieldView(field, field, wordsOf(provider, input));
  return {
    ...view,
    setText(text) {
      field.value = text;
    },
    propose(text) {
      field.placeholder = text ?? emptyText(input) ?? "";
    },
  };
}

const emptyText = (input: Input) => input.default ?? exampleOf(input);

function jsonView(provider: Provider, input: Input, onInput: (text: string) => void): InputView {
  const editor = jsonEditor(input);
  const { field } = editor;
  field.addEventListener("input", () => {
    editor.update();
    onInput(field.value);
  });
  return {
    ...fieldView(editor.node, field, wordsOf(provider, input)),
    setText(text) {
      field.value = text;
      editor.update();
    },
  };
}

function algView({ algs }: Provider, input: Input, onInput: (text: string) => void): InputView {
  const box = new ComboBox({ label: input.label, required: true, onChange: onInput });
  const choices = algs.map((alg): Choice =>
    alg === "none"
      ? { value: alg, label: alg, detail: "no signature: anyone can change the token" }
      : { value: alg, label: alg },
  );
  return { ...fieldView(box.node, box.field, input), setText: (text) => box.update(choices, text) };
}

function flagView(input: Input, onInput: (text: string) => void): InputView {
  const box = checkbox(input.label, (checked) => onInput(String(checked)));
  return {
    node: element("div", { class: "field" }, box, element("p", { class: "quiet field-help" }, input.help)),
    setFault: () => undefined,
    setWarning: () => undefined,
    focus: () => box.focus(),
    setText(text) {
      box.checked = text === "true";
    },
  };
}

const wordsOf = ({ documentation }: Provider, { help, where }: Input) => ({ help, where, documentation });
