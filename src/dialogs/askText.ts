import * as vscode from "vscode";
import { withoutIcons, withoutLinks } from "../core/markdown.ts";
import { putAt, settle } from "./quickInput.ts";
import type { Place } from "./steps.ts";

export interface TextQuestion {
  readonly prompt: string;
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly password?: boolean;
  /** Keeps white space at the ends, which belongs to a secret. */
  readonly exact?: boolean;
  /** What is wrong with a text, or undefined. */
  readonly check: (text: string) => string | undefined;
  /** A sentence that says where the value is found, behind the button "Where do I find this?". */
  readonly where?: string | undefined;
  readonly documentation?: string | undefined;
  /** A button that asks for something besides the text. */
  readonly toggle?: Toggle;
}

export interface Toggle {
  readonly button: vscode.QuickInputButton;
  /** Called at each press; returns the prompt that now says what is asked for. */
  readonly press: () => string;
}

const whereButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon("question"),
  tooltip: "Where do I find this?",
};
const documentationButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon("book"),
  tooltip: "Open Documentation",
};

/** Asks for a text. Accepts it only when the check finds nothing; says what is wrong from the first keystroke after that. */
export async function askText(question: TextQuestion, place: Place): Promise<string> {
  const box = vscode.window.createInputBox();
  putAt(box, place);
  box.prompt = asText(question.prompt);
  box.value = question.value ?? "";
  box.placeholder = question.placeholder;
  box.password = question.password ?? false;
  box.buttons = [
    ...(place.back === true ? [vscode.QuickInputButtons.Back] : []),
    ...(question.where === undefined ? [] : [whereButton]),
    ...(question.documentation === undefined ? [] : [documentationButton]),
    ...(question.toggle === undefined ? [] : [question.toggle.button]),
  ];
  let tried = false;
  const refuse = () => {
    const fault = question.check(box.value);
    box.validationMessage = fault && asText(fault);
    return fault !== undefined;
  };
  return settle<string>(box, (accept) => [
    box.onDidAccept(() => {
      tried = true;
      if (!refuse()) accept(question.exact === true ? box.value : box.value.trim());
    }),
    box.onDidChangeValue(() => {
      box.validationMessage = undefined;
      if (tried) refuse();
    }),
    box.onDidTriggerButton((button) => {
      if (button === question.toggle?.button) box.prompt = asText(question.toggle.press());
      if (button === whereButton && question.where !== undefined) {
        box.validationMessage = { message: asText(question.where), severity: vscode.InputBoxValidationSeverity.Info };
      }
      if (button === documentationButton && question.documentation !== undefined) {
        void vscode.env.openExternal(vscode.Uri.parse(question.documentation));
      }
    }),
  ]);
}

/** VS Code reads both links and icons in what stands below a box. */
const asText = (text: string) => withoutIcons(withoutLinks(text));
