import type * as vscode from "vscode";
import { canonicalJson, isJsonObject } from "../../core/json.ts";
import type { Profile } from "../../core/profile.ts";
import { workspaceKey } from "../stateKeys.ts";

/**
 * The profiles of this workspace that the user let a key sign for, each bound to all it says: a changed one is another.
 * VS Code keeps the state of a workspace apart from the workspace's files.
 */
export class ConfirmedProfiles {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  has(profile: Profile): boolean {
    return this.#all().get(profile.name) === contentOf(profile);
  }

  async add(profile: Profile): Promise<void> {
    const all = this.#all().set(profile.name, contentOf(profile));
    await this.#memento.update(workspaceKey.confirmedProfiles, Object.fromEntries(all));
  }

  #all(): Map<string, unknown> {
    const state = this.#memento.get<unknown>(workspaceKey.confirmedProfiles);
    return new Map(isJsonObject(state) ? Object.entries(state) : []);
  }
}

/** All that a profile says but its name, whatever the order it is written in. A member that profiles get later is part of it. */
const contentOf = ({ name: _name, ...all }: Profile): string => canonicalJson(all);
