import type * as vscode from "vscode";
import { keyNotDeleted, keyNotStored, secretStoreLate, secretStoreUnreadable } from "./errors.ts";

/** How long the storage may take to answer, in milliseconds: it may wait for a person to unlock the keyring. */
const LIMIT = 15_000;

/** The part of VS Code's SecretStorage that is used here. */
export type Secrets = Pick<vscode.SecretStorage, "get" | "store" | "delete" | "keys">;

/** The entries that a prefix sets apart in the secret storage, which may fail, be late, or say that it did what it did not. */
export class SecretEntries {
  readonly #secrets: Secrets;
  readonly #prefix: string;
  readonly #limit: number;
  /** One write after the other, or the proof of one would find the next. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(secrets: Secrets, prefix: string, limit = LIMIT) {
    this.#secrets = secrets;
    this.#prefix = prefix;
    this.#limit = limit;
  }

  /** The names of the entries, sorted. Decrypts none. Throws SECRET_STORE_UNAVAILABLE. */
  async names(): Promise<readonly string[]> {
    const all = await this.#attempt(() => this.#secrets.keys(), secretStoreUnreadable);
    const own = all.filter((name) => name.startsWith(this.#prefix));
    return own.map((name) => name.slice(this.#prefix.length)).toSorted();
  }

  /** An entry's text. VS Code drops an entry that it can no longer decrypt: undefined. Throws SECRET_STORE_UNAVAILABLE. */
  async get(name: string): Promise<string | undefined> {
    return this.#attempt(() => this.#secrets.get(this.#prefix + name), secretStoreUnreadable);
  }

  /** Writes an entry, and proves it by reading it back. Throws SECRET_STORE_UNAVAILABLE. */
  async put(name: string, text: string): Promise<void> {
    const failure = () => keyNotStored(name);
    return this.#inTurn(async () => {
      await this.#attempt(() => this.#secrets.store(this.#prefix + name, text), failure);
      const kept = await this.#attempt(() => this.#secrets.get(this.#prefix + name), failure);
      if (kept !== text) throw failure();
    });
  }

  /** Deletes an entry, and looks whether it is gone. Throws SECRET_STORE_UNAVAILABLE. */
  async delete(name: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#attempt(
        () => this.#secrets.delete(this.#prefix + name),
        () => keyNotDeleted(name),
      );
      if ((await this.names()).includes(name)) throw keyNotDeleted(name);
    });
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#writing.then(work);
    this.#writing = done.catch(() => undefined);
    return done;
  }

  async #attempt<T>(access: () => Thenable<T>, failure: () => Error): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), this.#limit);
    });
    // Its cause stays out of the message: a keyring's own words may quote what it was given.
    const answer = async () => ({ value: await access() });
    const outcome = await Promise.race([answer().catch(() => undefined), late]);
    clearTimeout(timer);
    if (outcome === "late") throw secretStoreLate(this.#limit);
    if (outcome === undefined) throw failure();
    return outcome.value;
  }
}
