import * as vscode from "vscode";
import { once } from "../core/once.ts";

export type Row = vscode.TreeItem;

/** A view and what redraws it: one row, or all of them. */
export interface Tree {
  readonly view: vscode.TreeView<Row>;
  readonly changed: vscode.EventEmitter<Row | undefined>;
}

/** The rows below a row; without one the outermost. */
export type Rows = (row?: Row) => Promise<Row[]>;

/** Registers a view whose rows are made by what is loaded when the view is first shown. */
export function registerTree(id: string, open: (tree: Tree) => Promise<Rows>): vscode.TreeView<Row> {
  const changed = new vscode.EventEmitter<Row | undefined>();
  const rows = once(async () => open({ view, changed }));
  const view: vscode.TreeView<Row> = vscode.window.createTreeView<Row>(id, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (row) => row,
      getChildren: async (row) => (await rows())(row),
    },
  });
  return view;
}
