import * as vscode from "vscode";
import { keyMissing, keyNameInvalid, keyNotStored, secretStoreUnreadable } from "../core/errors.ts";
import { isJsonObject } from "../core/json.ts";
import { summarize, type Key, type KeySummary } from "../core/keys/key.ts";

const PREFIX = "key:";
const SEEN = "keysSeen";

/**
 * The keys in VS Code's SecretStorage, one entry a key, each with its own summary.
 * The storage drops an entry it can no longer decrypt, so the summaries of keys once seen are remembered in `globalState`,
 * only to tell a lost key from one that never was.
 */
export class KeyStore implements vscode.Disposable {
  readonly #secrets: vscode.SecretStorage;
  readonly #memento: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #subscription: vscode.Disposable;

  /** Fires with a key's name when it was stored, replaced or deleted, also by another window. A hint, not a fact. */
  readonly onDidChange = this.#changed.event;

  constructor({ secrets, globalState }: Pick<vscode.ExtensionContext, "secrets" | "globalState">) {
    this.#secrets = secrets;
    this.#memento = globalState;
    this.#subscription = secrets.onDidChange(({ key }) => {
      if (key.startsWith(PREFIX)) this.#changed.fire(key.slice(PREFIX.length));
    });
  }

  /** The summaries of all keys, by name. */
  async list(): Promise<readonly KeySummary[]> {
    const names = await this.#names();
    const summaries = await Promise.all(names.map(async (name) => this.find(name)));
    return summaries.flatMap((key, index) => (key === undefined ? [] : [summarize(names[index] ?? "", key)]));
  }

  /** The key of this name. Throws KEY_MISSING. */
  async get(name: string): Promise<Key> {
    const key = await this.find(name);
    if (key === undefined) throw keyMissing(name);
    return key;
  }

  async find(name: string): Promise<Key | undefined> {
    let entry: string | undefined;
    try {
      entry = await this.#secrets.get(PREFIX + name);
    } catch {
      throw secretStoreUnreadable();
    }
    return entry === undefined ? undefined : readEntry(entry);
  }

  /** Stores a key, replacing one of the same name. Throws SECRET_STORE_UNAVAILABLE unless it can be read back. */
  async put(name: string, key: Key): Promise<KeySummary> {
    if (name.trim() === "" || name.length > 100) throw keyNameInvalid();
    const summary = summarize(name, key);
    const entry = JSON.stringify({ summary, key });
    try {
      await this.#secrets.store(PREFIX + name, entry);
      if ((await this.#secrets.get(PREFIX + name)) !== entry) throw keyNotStored(name);
    } catch {
      throw keyNotStored(name);
    }
    this.#changed.fire(name);
    await this.#remember(name, summary);
    return summary;
  }

  /** Deletes a key. Throws KEY_MISSING. */
  async delete(name: string): Promise<void> {
    await this.get(name);
    await this.#secrets.delete(PREFIX + name);
    this.#changed.fire(name);
    await this.#remember(name, undefined);
  }

  /** The names of keys that were here once and are gone, though nobody deleted them. */
  async lost(): Promise<readonly string[]> {
    const names = await this.#names();
    return Object.keys(this.#memento.get<Record<string, unknown>>(SEEN, {})).filter((name) => !names.includes(name));
  }

  async #names(): Promise<readonly string[]> {
    try {
      const keys = await this.#secrets.keys();
      return keys.flatMap((key) => (key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : [])).toSorted();
    } catch {
      throw secretStoreUnreadable();
    }
  }

  async #remember(name: string, summary: KeySummary | undefined): Promise<void> {
    const { [name]: _replaced, ...others } = this.#memento.get<Record<string, unknown>>(SEEN, {});
    // A secret's thumbprint lets a weak secret be guessed (RFC 7638 §7), so it stays out of plain state.
    const { thumbprint, ...rest } = summary ?? { thumbprint: "" };
    const seen = summary?.kty === "oct" ? rest : { ...rest, thumbprint };
    await this.#memento.update(SEEN, summary === undefined ? others : { ...others, [name]: seen });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function readEntry(entry: string): Key | undefined {
  try {
    const value: unknown = JSON.parse(entry);
    return isJsonObject(value) && isKey(value["key"]) ? value["key"] : undefined;
  } catch {
    return undefined;
  }
}

const isKey = (value: unknown): value is Key =>
  isJsonObject(value) && typeof value["kty"] === "string" && isJsonObject(value["material"]);
