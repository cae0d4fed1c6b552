import type * as vscode from "vscode";
import { sayOnce } from "../services/sayOnce.ts";

/** How many of a document's things something is done for, where VS Code would take long with all of them. */
export interface Limit {
  readonly most: number;
  /** Says to a person what is left out; the numbers as they are written. */
  readonly say: (all: string, most: string) => string;
}

/** The first of a document's things. A person is told once where there are more. */
export function firstOf<T>(document: vscode.TextDocument, all: readonly T[], { most, say }: Limit): readonly T[] {
  if (all.length <= most) return all;
  sayOnce(document, say(all.length.toLocaleString("en"), most.toLocaleString("en")));
  return all.slice(0, most);
}
