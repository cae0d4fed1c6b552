import * as vscode from "vscode";
import { shown, visible } from "../core/visible.ts";
import type { Services, Subject } from "../services/services.ts";
import type { Detail, Facts } from "./facts.ts";
import type { Row } from "./tree.ts";

/** How much of a fact is shown, in characters. */
const LONGEST = 400;

/** Makes the rows of a tree and remembers what stands below each. */
export class RowMaker {
  readonly #rows: Services["rows"];
  readonly #facts = new WeakMap<Row, Facts>();

  constructor({ rows }: Pick<Services, "rows">) {
    this.#rows = rows;
  }

  /** A row for a profile or key. `kind` is what package.json calls such rows, to give them their actions. */
  make(subject: Subject, { name, kind }: { readonly name: string; readonly kind: string }): Row {
    const row = new vscode.TreeItem(shown(name), vscode.TreeItemCollapsibleState.Collapsed);
    row.id = name;
    row.contextValue = kind;
    this.#rows.set(row, subject);
    return row;
  }

  /** Puts what is known now into a row. */
  tell(row: Row, facts: Facts): void {
    const sentences = [shown(row.id ?? ""), ...facts.details.map(sentence)];
    row.description = shown(facts.line, LONGEST);
    row.tooltip = sentences.join("\n");
    row.accessibilityInformation = { label: sentences.join(", ") };
    this.#facts.set(row, facts);
  }

  /** The rows below a row, which stand for the same as it does. */
  below(row: Row): Row[] {
    const subject = this.#rows.get(row) ?? {};
    return (this.#facts.get(row)?.details ?? []).map((fact) => {
      const detail = new vscode.TreeItem(fact.label);
      detail.id = `${row.id}\n${fact.label}`;
      detail.description = shown(fact.value, LONGEST);
      detail.tooltip = sentence(fact);
      this.#rows.set(detail, subject);
      return detail;
    });
  }
}

const sentence = ({ label, value }: Detail) => `${label}: ${shown(value, LONGEST)}`;

/** A row that says how many others are not shown. */
export function moreRow(count: number): Row {
  const row = new vscode.TreeItem(`${count.toLocaleString("en")} more profiles are in the settings`);
  row.iconPath = new vscode.ThemeIcon("ellipsis");
  row.tooltip = "The palette finds them by name. Select to open the settings.";
  row.command = { title: "Open Settings", command: "workbench.action.openSettings", arguments: ["jwtMint.profiles"] };
  return row;
}

/** A row that says why there are no others. */
export function failureRow(error: Error): Row {
  const message = visible(error.message);
  const row = new vscode.TreeItem(message);
  row.iconPath = new vscode.ThemeIcon("error");
  row.tooltip = message;
  return row;
}
