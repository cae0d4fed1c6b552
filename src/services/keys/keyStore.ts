import type * as vscode from "vscode";
import { keyMissing } from "../../core/keys/errors.ts";
import { keyNameInvalid, keyNameTaken, windowKeyMissing, keyDamaged, keyLost } from "./errors.ts";

import { readEntry, writeEntry } from "../../core/keys/entry.ts";
import { summarize, type Key, type KeySummary } from "../../core/keys/key.ts";

import { RememberedKeys, type RememberedKey } from "./rememberedKeys.ts";
import { SecretEntries } from "./secretEntries.ts";
import { StoreCanary } from "./storeCanary.ts";
import { WindowKeys } from "./windowKeys.ts";

const PREFIX = "key:";

/** Where a key is kept. */
export interface Keeping {
  /** In memory until the window closes, and stored nowhere. */
  readonly windowOnly?: boolean;
}

/**
 * The keys in VS Code's SecretStorage, one entry a key, each with its own summary: wholly there or wholly absent.
 * And those for this window only.
 * The storage's own names are the index; what is remembered of a key beside it only describes it, also once it is lost.
 */
export class KeyStore implements vscode.Disposable {
  readonly #entries: SecretEntries;
  readonly #remembered: RememberedKeys;
  readonly #canary: StoreCanary;
  readonly #windowKeys: WindowKeys;
  readonly #changed: vscode.EventEmitter<string>;
  readonly #subscription: vscode.Disposable;
  #wanted: string | undefined;

  /** Fires with a key's name when it was stored, replaced or deleted, also by another window. A hint, not a fact. */
  readonly onDidChange: vscode.Event<string>;

  constructor(
    { secrets, globalState }: Pick<vscode.ExtensionContext, "secrets" | "globalState">,
    changed: vscode.EventEmitter<string>,
  ) {
    this.#entries = new SecretEntries(secrets, PREFIX);
    this.#remembered = new RememberedKeys(globalState, async () => this.#entries.names());
    this.#canary = new StoreCanary(secrets, globalState, performance.timeOrigin);
    this.#windowKeys = new WindowKeys(globalState);
    this.#changed = changed;
    this.onDidChange = changed.event;
    this.#subscription = secrets.onDidChange(({ key }) => {
      if (key.startsWith(PREFIX)) changed.fire(key.slice(PREFIX.length));
    });
  }

  /** The name of the key that was last asked for in vain: the one to import next. */
  get wanted(): string | undefined {
    return this.#wanted;
  }

  /** The summaries of all keys, by name. Decrypts only those of which too little is remembered. */
  async list(): Promise<readonly KeySummary[]> {
    const names = await this.#names();
    const remembered = this.#remembered.all();
    const read = async (name: string) => {
      const known = this.#windowKeys.find(name) === undefined ? toSummary(remembered.get(name)) : undefined;
      return known ?? this.#read(name);
    };
    const known = (await Promise.all(names.map(read))).filter((summary) => summary !== undefined);
    const unknown = known.filter(({ name, windowOnly }) => windowOnly !== true && !remembered.has(name));
    if (unknown.length > 0) await this.#remembered.add(unknown);
    return known;
  }

  /** The key of this name. Throws SECRET_LOST, SECRET_DAMAGED, or KEY_MISSING for one that never was. */
  async get(name: string): Promise<Key> {
    // A key for this window only needs no storage that works.
    const windowKey = this.#windowKeys.find(name);
    if (windowKey !== undefined) return windowKey;
    const entry = await this.#entries.get(name);
    const key = entry === undefined ? undefined : readEntry(entry);
    if (key !== undefined) return key;
    this.#wanted = name;
    if (entry !== undefined) throw keyDamaged(name);
    if (this.#remembered.all().has(name)) throw keyLost(name);
    throw this.#windowKeys.knew(name) ? windowKeyMissing(name) : keyMissing(name);
  }

  /** The key of this name; undefined also for one that is damaged. */
  async find(name: string): Promise<Key | undefined> {
    const windowKey = this.#windowKeys.find(name);
    if (windowKey !== undefined) return windowKey;
    const entry = await this.#entries.get(name);
    return entry === undefined ? undefined : readEntry(entry);
  }

  /** Whether there is a key of this name, also one that cannot be read. */
  async has(name: string): Promise<boolean> {
    return (await this.#names()).includes(name);
  }

  /**
   * Stores a key, replacing one of the same name. Throws SECRET_STORE_UNAVAILABLE unless it can be read back,
   * and KEY_NAME_TAKEN where a key for this window only would hide a stored one.
   */
  async put(name: string, key: Key, keeping: Keeping = {}): Promise<KeySummary> {
    await this.checkPut(name, keeping);
    await (keeping.windowOnly === true ? this.#windowKeys.put(name, key) : this.#store(name, key));
    if (this.#wanted === name) this.#wanted = undefined;
    this.#changed.fire(name);
    return this.#summary(name, key);
  }

  /** Throws KEY_NAME_INVALID or KEY_NAME_TAKEN where `put` does. */
  async checkPut(name: string, { windowOnly = false }: Keeping): Promise<void> {
    checkKeyName(name);
    if (windowOnly && (await this.#entries.names()).includes(name)) throw keyNameTaken(name);
  }

  async #store(name: string, key: Key): Promise<void> {
    await this.#entries.put(name, writeEntry(name, key));
    await this.#windowKeys.delete(name);
    await this.#remembered.add([summarize(name, key)]);
    await this.#canary.plant();
  }

  /** Deletes a key, or forgets a lost one. Throws KEY_MISSING, or SECRET_STORE_UNAVAILABLE where it is still there. */
  async delete(name: string): Promise<void> {
    const inWindow = this.#windowKeys.find(name) !== undefined;
    const stored = (await this.#entries.names()).includes(name);
    if (!inWindow && !stored && !this.#remembered.all().has(name)) throw keyMissing(name);
    await this.#windowKeys.delete(name);
    // Forgotten first: what ends in between leaves a key that is there, not one that seems lost.
    if (!inWindow) await this.#remembered.remove(name);
    if (!inWindow && stored) await this.#entries.delete(name);
    this.#changed.fire(name);
  }

  /** What is remembered of keys that were here once and are gone, though nobody deleted them. */
  async lost(): Promise<readonly RememberedKey[]> {
    const here = new Set(await this.#names());
    return [...this.#remembered.all().values()].filter(({ name }) => !here.has(name));
  }

  /** The names of entries that are stored but hold no key that can be read, among those never read before. */
  async damaged(): Promise<readonly string[]> {
    const remembered = this.#remembered.all();
    const unknown = (await this.#entries.names()).filter((name) => !remembered.has(name));
    const keys = await Promise.all(unknown.map(async (name) => this.find(name)));
    return unknown.filter((_name, index) => keys[index] === undefined);
  }

  /** Whether the storage forgets keys when VS Code closes, as far as an extension can tell. */
  async isVolatile(): Promise<boolean> {
    return this.#canary.isVolatile();
  }

  async #names(): Promise<readonly string[]> {
    return [...new Set([...(await this.#entries.names()), ...this.#windowKeys.names()])].toSorted();
  }

  async #read(name: string): Promise<KeySummary | undefined> {
    const key = await this.find(name);
    return key === undefined ? undefined : this.#summary(name, key);
  }

  #summary(name: string, key: Key): KeySummary {
    const summary = summarize(name, key);
    return this.#windowKeys.find(name) === undefined ? summary : { ...summary, windowOnly: true };
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
    this.#remembered.dispose();
  }
}

/** Throws KEY_NAME_INVALID. */
export function checkKeyName(name: string): void {
  if (name.trim() === "" || name.length > 100) throw keyNameInvalid();
}

/** What is remembered, where that is all. */
const toSummary = (known: RememberedKey | undefined): KeySummary | undefined =>
  known?.thumbprint === undefined ? undefined : { ...known, thumbprint: known.thumbprint };
