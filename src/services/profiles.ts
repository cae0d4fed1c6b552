import * as vscode from "vscode";
import { profileMissing, profileNameInvalid, profileNameTaken, settingsNotWritten } from "../core/errors.ts";
import { isJsonObject, type JsonObject } from "../core/json.ts";
import { readProfile, type Profile } from "../core/profile.ts";

const SECTION = "jwtMint";

/** The profiles in the user's settings. The setting's scope keeps a workspace from adding to them. */
export class Profiles implements vscode.Disposable {
  #entries: readonly unknown[] | undefined;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`${SECTION}.profiles`)) return;
      this.#entries = undefined;
      this.#changed.fire();
    });
  }

  /** The profiles that are complete, in the order of the setting. */
  list(): readonly Profile[] {
    return this.#read().flatMap((entry) => {
      try {
        return [readProfile(entry)];
      } catch {
        return [];
      }
    });
  }

  /** The profile of this name. Throws PROFILE_MISSING, or PROFILE_INVALID for one that was written by hand and is not complete. */
  get(name: string): Profile {
    const entry = this.#read().find((candidate) => nameOf(candidate) === name);
    if (entry === undefined) throw profileMissing(name);
    return readProfile(entry);
  }

  /** Saves a profile in the user's settings, replacing one of the same name. Throws SETTINGS_NOT_WRITTEN. */
  async save(profile: Profile): Promise<void> {
    const entries = this.#read();
    const index = entries.findIndex((entry) => nameOf(entry) === profile.name);
    await this.#write(index < 0 ? [...entries, profile] : entries.with(index, profile));
  }

  /** Gives a profile another name. Throws PROFILE_MISSING, PROFILE_NAME_INVALID, PROFILE_NAME_TAKEN or SETTINGS_NOT_WRITTEN. */
  async rename(from: string, to: string): Promise<void> {
    const entries = this.#read();
    if (!entries.some((entry) => nameOf(entry) === from)) throw profileMissing(from);
    if (to.trim() === "") throw profileNameInvalid();
    if (to === from) return;
    if (entries.some((entry) => nameOf(entry) === to)) throw profileNameTaken(to);
    await this.#write(entries.map((entry) => (nameOf(entry) === from ? withMember(entry, { name: to }) : entry)));
  }

  /** Lets the profiles that use a key use another, also those that are not complete. Throws SETTINGS_NOT_WRITTEN. */
  async replaceKey(from: string, to: string): Promise<void> {
    const uses = (entry: unknown) => isJsonObject(entry) && entry["key"] === from;
    const entries = this.#read();
    if (!entries.some(uses)) return;
    await this.#write(entries.map((entry) => (uses(entry) ? withMember(entry, { key: to }) : entry)));
  }

  /** Deletes a profile. Throws PROFILE_MISSING. */
  async delete(name: string): Promise<void> {
    const entries = this.#read();
    const rest = entries.filter((entry) => nameOf(entry) !== name);
    if (rest.length === entries.length) throw profileMissing(name);
    await this.#write(rest.length === 0 ? undefined : rest);
  }

  #read(): readonly unknown[] {
    // Reading settings costs more than an ECDSA signature, so the entries are kept until they change.
    this.#entries ??= readSetting();
    return this.#entries;
  }

  async #write(entries: readonly unknown[] | undefined): Promise<void> {
    try {
      await vscode.workspace.getConfiguration(SECTION).update("profiles", entries, vscode.ConfigurationTarget.Global);
    } catch {
      throw settingsNotWritten();
    }
    this.#entries = undefined;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function readSetting(): readonly unknown[] {
  const value = vscode.workspace.getConfiguration(SECTION).inspect("profiles")?.globalValue;
  return Array.isArray(value) ? value : [];
}

const withMember = (entry: unknown, member: JsonObject) => (isJsonObject(entry) ? { ...entry, ...member } : entry);

const nameOf = (entry: unknown) => (isJsonObject(entry) ? entry["name"] : undefined);
