import type * as vscode from "vscode";
import type { Key } from "../../core/keys/key.ts";
import { globalKey } from "../stateKeys.ts";

const MOST_SEEN = 100;

/**
 * The keys for this window only: in memory, and gone with the window. Their names alone are remembered,
 * to say what became of the key that a profile names.
 */
export class WindowKeys {
  readonly #memento: vscode.Memento;
  readonly #keys = new Map<string, Key>();

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  names(): readonly string[] {
    return [...this.#keys.keys()];
  }

  find(name: string): Key | undefined {
    return this.#keys.get(name);
  }

  /** Whether a key of this name was for one window only: this one, one that is closed, or another. */
  knew(name: string): boolean {
    return this.#seen().includes(name);
  }

  async put(name: string, key: Key): Promise<void> {
    this.#keys.set(name, key);
    await this.#memento.update(globalKey.windowKeysSeen, [...this.#others(name), name].slice(-MOST_SEEN));
  }

  /** Drops a key and its name. */
  async delete(name: string): Promise<void> {
    this.#keys.delete(name);
    if (this.knew(name)) await this.#memento.update(globalKey.windowKeysSeen, this.#others(name));
  }

  #seen(): readonly string[] {
    const seen = this.#memento.get<unknown>(globalKey.windowKeysSeen);
    return Array.isArray(seen) ? seen.filter((name) => typeof name === "string") : [];
  }

  #others(name: string): readonly string[] {
    return this.#seen().filter((other) => other !== name);
  }
}
