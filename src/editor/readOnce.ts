import type * as vscode from "vscode";
import { type Steps, STEP } from "../core/steps.ts";
import { inSlices } from "../services/slices.ts";

/** Reads a document in slices, and begins again when it is edited meanwhile. */
export async function inOneVersion<T extends object>(document: vscode.TextDocument, read: () => Steps<T>): Promise<T> {
  for (;;) {
    const { version } = document;
    const done = await inSlices(read(), () => document.version !== version);
    if (done !== undefined) return done;
  }
}

/** The lines of a document from `first` to before `end`. */
export function* linesIn(document: vscode.TextDocument, first = 0, end = document.lineCount): Steps<readonly string[]> {
  const texts: string[] = [];
  for (let line = first; line < end; line++) {
    if (line % STEP === 0) yield;
    texts.push(document.lineAt(line).text);
  }
  return texts;
}

/** What is read of documents, each version of them once. */
export class ReadOnce<T extends object> {
  readonly #read: (document: vscode.TextDocument, before: T | undefined) => Steps<T>;
  readonly #known = new WeakMap<vscode.TextDocument, { readonly version: number; readonly value: T }>();
  readonly #reading = new WeakMap<vscode.TextDocument, Promise<T>>();

  /** `before`: what was read of a version before. */
  constructor(read: (document: vscode.TextDocument, before: T | undefined) => Steps<T>) {
    this.#read = read;
  }

  async of(document: vscode.TextDocument): Promise<T> {
    const known = this.#known.get(document);
    if (known?.version === document.version) return known.value;
    const reading = this.#reading.get(document) ?? this.#begin(document);
    this.#reading.set(document, reading);
    return reading;
  }

  /** What was read last, of whichever version. */
  last(document: vscode.TextDocument): T | undefined {
    return this.#known.get(document)?.value;
  }

  forget(document: vscode.TextDocument): void {
    this.#known.delete(document);
  }

  async #begin(document: vscode.TextDocument): Promise<T> {
    try {
      const value = await inOneVersion(document, () => this.#read(document, this.last(document)));
      this.#known.set(document, { version: document.version, value });
      return value;
    } finally {
      this.#reading.delete(document);
    }
  }
}
