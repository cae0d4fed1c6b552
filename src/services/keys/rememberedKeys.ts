import type * as vscode from "vscode";
import { isJsonObject } from "../../core/json.ts";
import type { KeySummary } from "../../core/keys/key.ts";
import { globalKey } from "../stateKeys.ts";

/** How long after a change it is looked for, in milliseconds, with as much again by chance so that two windows take turns. */
const LOOK_AGAIN = 700;

/** A summary, without the thumbprint where it is a secret's. */
export type RememberedKey = Omit<KeySummary, "thumbprint"> & Partial<Pick<KeySummary, "thumbprint">>;

/**
 * The summaries of keys once seen, in `globalState`: to list keys without decrypting any, and to tell a lost key from one
 * that never was. Each window writes the state as a whole, so what another one overwrote is written again.
 */
export class RememberedKeys implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #storedNames: () => Promise<readonly string[]>;
  /** What this window remembered. */
  readonly #own = new Map<string, RememberedKey>();
  /** One after the other: the state that comes back from VS Code after a change replaces a later one. */
  #writing: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `storedNames` gives the names of the keys that are stored. */
  constructor(memento: vscode.Memento, storedNames: () => Promise<readonly string[]>) {
    this.#memento = memento;
    this.#storedNames = storedNames;
  }

  /** By name. What is no summary counts as not there. */
  all(): Map<string, RememberedKey> {
    const state = this.#memento.get<unknown>(globalKey.keysSeen);
    const entries: [string, unknown][] = isJsonObject(state) ? Object.entries(state) : [];
    return new Map(entries.flatMap(([name, value]) => (isRemembered(value) ? [[name, { ...value, name }]] : [])));
  }

  async add(summaries: readonly KeySummary[]): Promise<void> {
    for (const summary of summaries) this.#own.set(summary.name, withoutGuess(summary));
    await this.#write();
  }

  async remove(name: string): Promise<void> {
    this.#own.delete(name);
    await this.#write((all) => all.delete(name));
  }

  /** Writes what is remembered with all that this window added. A failure leaves it for the next look. */
  async #write(change: (all: Map<string, RememberedKey>) => void = () => undefined): Promise<void> {
    this.#writing = this.#writeAfter(this.#writing, change);
    await this.#writing;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#repair(), LOOK_AGAIN * (1 + Math.random()));
  }

  async #writeAfter(before: Promise<void>, change: (all: Map<string, RememberedKey>) => void): Promise<void> {
    await before;
    try {
      await this.#forgetDeleted();
      const all = new Map([...this.all(), ...this.#own]);
      change(all);
      await this.#memento.update(globalKey.keysSeen, Object.fromEntries(all));
    } catch {
      // The key itself is stored; what describes it is written at the next look.
    }
  }

  /** A key that another window deleted is not to be written again. */
  async #forgetDeleted(): Promise<void> {
    const stored = new Set(await this.#storedNames());
    for (const name of this.#own.keys()) if (!stored.has(name)) this.#own.delete(name);
  }

  async #repair(): Promise<void> {
    const present = this.all();
    if ([...this.#own.keys()].some((name) => !present.has(name))) await this.#write();
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}

/** A secret's thumbprint lets a weak secret be guessed (RFC 7638 §7), so it stays out of plain state. */
function withoutGuess(summary: KeySummary): RememberedKey {
  const { thumbprint, ...rest } = summary;
  return summary.kty === "oct" ? rest : { ...rest, thumbprint };
}

const isRemembered = (value: unknown): value is RememberedKey =>
  isJsonObject(value) && typeof value["alg"] === "string" && typeof value["kty"] === "string";
