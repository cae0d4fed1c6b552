import * as vscode from "vscode";
import {
  keyMissing,
  keyNameInvalid,
  keyNameTaken,
  keyNotStored,
  secretStoreUnreadable,
  windowKeyMissing,
} from "../core/errors.ts";
import { isJsonObject } from "../core/json.ts";
import { summarize, type Key, type KeySummary } from "../core/keys/key.ts";
import { WindowKeys } from "./windowKeys.ts";

const PREFIX = "key:";
const SEEN = "keysSeen";

/** Where a key is kept. */
export interface Keeping {
  /** In memory until the window closes, and stored nowhere. */
  readonly windowOnly?: boolean;
}

/**
 * The keys in VS Code's SecretStorage, one entry a key, each with its own summary, and those for this window only.
 * The storage drops an entry it can no longer decrypt, so the summaries of keys once seen are remembered in `globalState`,
 * only to tell a lost key from one that never was.
 */
export class KeyStore implements vscode.Disposable {
  readonly #secrets: vscode.SecretStorage;
  readonly #memento: vscode.Memento;
  readonly #windowKeys: WindowKeys;
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #subscription: vscode.Disposable;

  /** Fires with a key's name when it was stored, replaced or deleted, also by another window. A hint, not a fact. */
  readonly onDidChange = this.#changed.event;

  constructor({ secrets, globalState }: Pick<vscode.ExtensionContext, "secrets" | "globalState">) {
    this.#secrets = secrets;
    this.#memento = globalState;
    this.#windowKeys = new WindowKeys(globalState);
    this.#subscription = secrets.onDidChange(({ key }) => {
      if (key.startsWith(PREFIX)) this.#changed.fire(key.slice(PREFIX.length));
    });
  }

  /** The summaries of all keys, by name. */
  async list(): Promise<readonly KeySummary[]> {
    const names = [...new Set([...(await this.#names()), ...this.#windowKeys.names()])].toSorted();
    const summaries = await Promise.all(names.map(async (name) => this.find(name)));
    return summaries.flatMap((key, index) => (key === undefined ? [] : [this.#summary(names[index] ?? "", key)]));
  }

  /** The key of this name. Throws KEY_MISSING. */
  async get(name: string): Promise<Key> {
    const key = await this.find(name);
    if (key === undefined) throw this.#windowKeys.knew(name) ? windowKeyMissing(name) : keyMissing(name);
    return key;
  }

  async find(name: string): Promise<Key | undefined> {
    const windowKey = this.#windowKeys.find(name);
    if (windowKey !== undefined) return windowKey;
    let entry: string | undefined;
    try {
      entry = await this.#secrets.get(PREFIX + name);
    } catch {
      throw secretStoreUnreadable();
    }
    return entry === undefined ? undefined : readEntry(entry);
  }

  /**
   * Stores a key, replacing one of the same name. Throws SECRET_STORE_UNAVAILABLE unless it can be read back,
   * and KEY_NAME_TAKEN where a key for this window only would hide a stored one.
   */
  async put(name: string, key: Key, { windowOnly = false }: Keeping = {}): Promise<KeySummary> {
    if (name.trim() === "" || name.length > 100) throw keyNameInvalid();
    if (windowOnly) return this.#putInWindow(name, key);
    const summary = summarize(name, key);
    const entry = JSON.stringify({ summary, key });
    try {
      await this.#secrets.store(PREFIX + name, entry);
      if ((await this.#secrets.get(PREFIX + name)) !== entry) throw keyNotStored(name);
    } catch {
      throw keyNotStored(name);
    }
    await this.#windowKeys.delete(name);
    this.#changed.fire(name);
    await this.#remember(name, summary);
    return summary;
  }

  async #putInWindow(name: string, key: Key): Promise<KeySummary> {
    if ((await this.#names()).includes(name)) throw keyNameTaken(name);
    await this.#windowKeys.put(name, key);
    this.#changed.fire(name);
    return this.#summary(name, key);
  }

  /** Deletes a key. Throws KEY_MISSING. */
  async delete(name: string): Promise<void> {
    await this.get(name);
    const inWindow = this.#windowKeys.find(name) !== undefined;
    await this.#windowKeys.delete(name);
    if (!inWindow) await this.#secrets.delete(PREFIX + name);
    this.#changed.fire(name);
    if (!inWindow) await this.#remember(name, undefined);
  }

  /** The names of keys that were here once and are gone, though nobody deleted them. */
  async lost(): Promise<readonly string[]> {
    const here = new Set([...(await this.#names()), ...this.#windowKeys.names()]);
    return Object.keys(this.#memento.get<Record<string, unknown>>(SEEN, {})).filter((name) => !here.has(name));
  }

  #summary(name: string, key: Key): KeySummary {
    const summary = summarize(name, key);
    return this.#windowKeys.find(name) === undefined ? summary : { ...summary, windowOnly: true };
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
