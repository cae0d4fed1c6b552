import type * as vscode from "vscode";
import { globalKey } from "../stateKeys.ts";
import { SecretEntries, type Secrets } from "./secretEntries.ts";

const NAME = "canary";

/**
 * Tells whether the secret storage forgets when VS Code closes, as it does without a keyring: no extension is told where
 * secrets are kept. An entry is planted along with the keys and noted in `globalState`; later it must still be there.
 */
export class StoreCanary {
  readonly #entries: SecretEntries;
  readonly #memento: vscode.Memento;
  readonly #expected: boolean;
  #volatile: Promise<boolean> | undefined;

  /** `started` is when this extension host started, in milliseconds: what another window plants later may be unknown here. */
  constructor(secrets: Secrets, memento: vscode.Memento, started: number) {
    this.#entries = new SecretEntries(secrets, "");
    this.#memento = memento;
    const planted = memento.get<unknown>(globalKey.canary);
    this.#expected = typeof planted === "number" && planted < started;
  }

  /** Whether the storage came back empty at the last start. Throws SECRET_STORE_UNAVAILABLE. */
  async isVolatile(): Promise<boolean> {
    this.#volatile ??= this.#isThere().then((there) => this.#expected && !there);
    this.#volatile.catch(() => (this.#volatile = undefined));
    return this.#volatile;
  }

  /** Plants it where it is missing. */
  async plant(): Promise<void> {
    await this.isVolatile();
    if (await this.#isThere()) return;
    await this.#entries.put(NAME, "1");
    await this.#memento.update(globalKey.canary, Date.now());
  }

  async #isThere(): Promise<boolean> {
    return (await this.#entries.names()).includes(NAME);
  }
}
