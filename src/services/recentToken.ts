import * as vscode from "vscode";
import type { Minted } from "./minting.ts";
import { workspaceKey } from "./stateKeys.ts";

/** How many tokens are kept. */
const MAX_TOKENS = 20;

/** The tokens that were delivered in this window, the last one and each profile's last. Memory only: a token is never written to state. */
export class RecentToken implements vscode.Disposable {
  #all: readonly Minted[] = [];
  readonly #byProfile = new Map<string, Minted>();
  readonly #memento: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<Minted>();
  readonly onDidChange = this.#changed.event;

  constructor({ workspaceState }: Pick<vscode.ExtensionContext, "workspaceState">) {
    this.#memento = workspaceState;
  }

  get current(): Minted | undefined {
    return this.#all[0];
  }

  /** The newest first. */
  get all(): readonly Minted[] {
    return this.#all;
  }

  /** The last token of a profile. */
  of(profile: string): Minted | undefined {
    return this.#byProfile.get(profile);
  }

  /** The name of the profile that was last used in this workspace. */
  get profile(): string | undefined {
    const last = this.#memento.get<unknown>(workspaceKey.lastProfile);
    return this.current?.profile ?? (typeof last === "string" ? last : undefined);
  }

  set(minted: Minted): void {
    this.#all = [minted, ...this.#all].slice(0, MAX_TOKENS);
    if (minted.profile !== undefined) {
      this.#byProfile.set(minted.profile, minted);
      void this.#memento.update(workspaceKey.lastProfile, minted.profile);
    }
    this.#changed.fire(minted);
  }

  /** Keeps a profile's tokens when their profile gets another name. */
  follow(from: string, to: string): void {
    const renamed = (minted: Minted): Minted => (minted.profile === from ? { ...minted, profile: to } : minted);
    const { current } = this;
    const last = this.#byProfile.get(from);
    this.#all = this.#all.map(renamed);
    if (last === undefined) return;
    this.#byProfile.delete(from);
    this.#byProfile.set(to, renamed(last));
    if (current?.profile !== from) return;
    void this.#memento.update(workspaceKey.lastProfile, to);
    this.#changed.fire(renamed(current));
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
