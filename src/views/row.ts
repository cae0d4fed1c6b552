import * as vscode from "vscode";
import type { Services, Subject } from "../services/services.ts";
import type { Facts } from "./facts.ts";
import type { Row } from "./tree.ts";

/** Makes the rows of a tree and remembers what stands below each. */
export class RowMaker {
  readonly #rows: Services["rows"];
  readonly #facts = new WeakMap<Row, Facts>();

  constructor({ rows }: Pick<Services, "rows">) {
    this.#rows = rows;
  }

  /** A row for a profile or key. `kind` is what package.json calls such rows, to give them their actions. */
  make(subject: Subject, { name, kind }: { readonly name: string; readonly kind: string }): Row {
    const row = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    row.id = name;
    row.contextValue = kind;
    this.#rows.set(row, subject);
    return row;
  }

  /** Puts what is known now into a row. */
  tell(row: Row, facts: Facts): void {
    const sentences = facts.details.map(({ label, value }) => `${label}: ${value}`);
    row.description = facts.line;
    row.tooltip = [row.id, ...sentences].join("\n");
    row.accessibilityInformation = { label: [row.id, ...sentences].join(", ") };
    this.#facts.set(row, facts);
  }

  /** The rows below a row, which stand for the same as it does. */
  below(row: Row): Row[] {
    const subject = this.#rows.get(row) ?? {};
    return (this.#facts.get(row)?.details ?? []).map(({ label, value }) => {
      const detail = new vscode.TreeItem(label);
      detail.id = `${row.id}\n${label}`;
      detail.description = value;
      detail.tooltip = `${label}: ${value}`;
      this.#rows.set(detail, subject);
      return detail;
    });
  }
}

/** A row that says why there are no others. */
export function failureRow({ message }: Error): Row {
  const row = new vscode.TreeItem(message);
  row.iconPath = new vscode.ThemeIcon("error");
  row.tooltip = message;
  return row;
}
